'use strict';
const { EventEmitter } = require('node:events');

// What an app sets up for its users' desktop. There is none here, so these accept what Electron accepts, and do nothing.

class MenuItem {
  /** @param {Electron.MenuItemConstructorOptions} options */
  constructor(options) {
    const { submenu } = options;
    Object.assign(this, { enabled: true, visible: true, checked: false, label: '', type: submenu ? 'submenu' : 'normal' }, options);
    /** @type {Menu | undefined} */
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : /** @type {any} */ (submenu);
  }
}

class Menu extends EventEmitter {
  /** @type {MenuItem[]} */ items = [];
  /** @type {Menu | null} */ static #application = null;

  /** @param {(Electron.MenuItemConstructorOptions | MenuItem)[]} template */
  static buildFromTemplate(template) {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(/** @type {any} */ (item)));
    return menu;
  }

  /** @param {Menu | null} menu */
  static setApplicationMenu(menu) {
    Menu.#application = menu;
  }

  static getApplicationMenu() {
    return Menu.#application;
  }

  /** @param {MenuItem} item */
  append(item) {
    this.items.push(item);
  }

  popup() {}

  closePopup() {}
}

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

/** Nobody can answer, so every dialog is cancelled at once. */
const dialog = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
  showOpenDialogSync: () => undefined,
  showSaveDialogSync: () => '',
  showMessageBoxSync: () => 0,
  /** @param {string} title @param {string} content */
  showErrorBox: (title, content) => {
    process.stderr.write(`${title}\n${content}\n`);
  },
};

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

exports.Menu = Menu;
exports.MenuItem = MenuItem;
exports.Tray = Tray;
exports.Notification = Notification;
exports.dialog = dialog;
exports.shell = shell;
exports.nativeTheme = nativeTheme;
exports.screen = screen;
exports.globalShortcut = globalShortcut;
exports.powerMonitor = powerMonitor;
exports.crashReporter = crashReporter;
exports.safeStorage = safeStorage;
