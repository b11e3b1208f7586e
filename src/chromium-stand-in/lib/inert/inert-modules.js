'use strict';
const { EventEmitter } = require('node:events');

// What an app sets up for its users' desktop. There is none here, so these accept what Electron accepts, and do nothing.

class Tray extends EventEmitter {
  setToolTip() {}

  setContextMenu() {}

  setImage() {}

  destroy() {}
}

class Notification extends EventEmitter {
  static isSupported() {
    return false;
  }

  show() {}

  close() {}
}

const shell = {
  openExternal: async () => {},
  openPath: async () => 'There is no desktop on the Chromium host',
  showItemInFolder() {},
  beep() {},
};

const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: 'system' });

const display = {
  id: 1,
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  bounds: { x: 0, y: 0, width: 1280, height: 800 },
  workArea: { x: 0, y: 0, width: 1280, height: 800 },
  size: { width: 1280, height: 800 },
  workAreaSize: { width: 1280, height: 800 },
};
const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
});

const globalShortcut = { register: () => false, unregister() {}, unregisterAll() {}, isRegistered: () => false };
const powerMonitor = new EventEmitter();
const crashReporter = { start() {}, getParameters: () => ({}) };
const safeStorage = { isEncryptionAvailable: () => false };

exports.Tray = Tray;
exports.Notification = Notification;
exports.shell = shell;
exports.nativeTheme = nativeTheme;
exports.screen = screen;
exports.globalShortcut = globalShortcut;
exports.powerMonitor = powerMonitor;
exports.crashReporter = crashReporter;
exports.safeStorage = safeStorage;
