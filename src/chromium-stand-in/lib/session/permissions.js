'use strict';
const { browser } = require('../browser/browser');

const permissions = [
  'geolocation',
  'notifications',
  'camera',
  'microphone',
  'midi',
  'clipboard-read',
  'clipboard-write',
  'persistent-storage',
  'background-sync',
  'accelerometer',
  'gyroscope',
  'magnetometer',
  'ambient-light-sensor',
  'idle-detection',
  'local-fonts',
  'window-management',
  'screen-wake-lock',
  'storage-access',
  'display-capture',
  'nfc',
  'hid',
  'serial',
  'usb',
  'bluetooth',
];

/**
 * A browser without windows cannot show a prompt, so every permission is refused, until the app grants it.
 * @param {string | undefined} browserContextId
 */
function denyPermissions(browserContextId) {
  for (const name of permissions) {
    // names that this Chromium does not know are refused, which does no harm
    browser.root.post('Browser.setPermission', {
      permission: { name },
      setting: 'denied',
      ...(browserContextId ? { browserContextId } : {}),
    });
  }
}

/**
 * Tells Chromium what the app decided about one origin.
 * @param {string | undefined} browserContextId
 * @param {{ granted: boolean, origin: string, descriptors: import('./permission-handlers').Descriptor[] }} decision
 */
async function applyDecision(browserContextId, { granted, origin, descriptors }) {
  const context = browserContextId ? { browserContextId } : {};
  const setting = granted ? 'granted' : 'denied';
  const commands = descriptors.map((permission) => browser.root.send('Browser.setPermission', { permission, setting, origin, ...context }));
  await Promise.allSettled(commands); // not known to this Chromium, or an opaque origin: it stays denied
}

exports.applyDecision = applyDecision;
exports.denyPermissions = denyPermissions;
