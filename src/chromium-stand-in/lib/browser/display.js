'use strict';

/**
 * Whether windows are real: asked for (`IPCAPP_HEADLESS=0`), and possible. Without a display the host goes on headless, and says so.
 * @returns {boolean}
 */
function decide() {
  const { IPCAPP_HEADLESS: headless = '1', DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (headless !== '0') return false;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return true;
  process.stderr.write('ipcapp: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the windows are headless.\n');
  return false;
}

/** @type {boolean | undefined} */
let decided;

/** Decided once, when it first matters. */
exports.hasRealWindows = () => (decided ??= decide());
