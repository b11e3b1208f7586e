'use strict';

/**
 * Refuses whatever pages may ask for, by all three of Electron's ways. Called when a session is made, so that an app's own
 * main-process file can set other handlers later.
 * @param {Electron.Session} session
 */
function denyPermissions(session) {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

module.exports = { denyPermissions };
