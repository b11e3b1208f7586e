'use strict';
const { EventEmitter } = require('node:events');
const { browser } = require('../browser/browser');
const { createEvent } = require('../ipc/ipc-event');
const { Menu } = require('../menu/menu');
const { startIntercepting } = require('../protocol/interceptor');
const { Session } = require('../session/session');
const { BrowserWindow } = require('../window/browser-window');
const { CommandLine } = require('./command-line');
const { exit, exitUnheard } = require('./exit');
const { identity } = require('./identity');
const { Paths } = require('./paths');
const { SingleInstance } = require('./single-instance');
const { lifecycle } = require('./lifecycle');

/** Exit code when Chromium has ended by itself. */
const failed = 1;

class App extends EventEmitter {
  commandLine = new CommandLine();
  #paths = new Paths(() => identity.name);
  #singleInstance = new SingleInstance(() => this.getPath('userData'));
  /** @type {() => void} */ #becomeReady = () => {};
  /** @type {Promise<void>} */ #ready = new Promise((resolve) => {
    this.#becomeReady = resolve;
  });
  #launched = false;
  #quitting = false;
  #ended = false;

  constructor() {
    super();
    this.setMaxListeners(0);
    lifecycle.on('last-window-closed', () => setImmediate(() => this.#lastWindowClosed()));
    lifecycle.on('close-prevented', () => {
      this.#quitting = false;
    });
    lifecycle.on('quit-requested', () => this.quit());
    lifecycle.on('session-created', (session) => this.emit('session-created', session));
    lifecycle.on('web-contents-created', (webContents) => this.emit('web-contents-created', createEvent(), webContents));
    lifecycle.on('browser-window-created', (window) => this.emit('browser-window-created', createEvent(), window));
    lifecycle.on('render-process-gone', (webContents, details) => this.emit('render-process-gone', createEvent(), webContents, details));
    this.on('window-all-closed', () => {
      if (this.listenerCount('window-all-closed') === 1) this.quit(); // as Electron does: only while no other listener decides
    });
    this.#singleInstance.on('second-instance', (...args) => this.emit('second-instance', createEvent(), ...args));
  }

  get isPackaged() {
    return identity.isPackaged;
  }

  get name() {
    return identity.name;
  }

  set name(name) {
    identity.name = name;
  }

  getName() {
    return identity.name;
  }

  /** @param {string} name */
  setName(name) {
    identity.name = name;
  }

  get applicationMenu() {
    return Menu.getApplicationMenu();
  }

  set applicationMenu(menu) {
    Menu.setApplicationMenu(menu);
  }

  getVersion() {
    return identity.version;
  }

  getAppPath() {
    return identity.path;
  }

  getLocale() {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  /** @param {string} name */
  getPath(name) {
    return this.#paths.get(name);
  }

  /** @param {string} name @param {string} value */
  setPath(name, value) {
    this.#paths.set(name, value);
  }

  isReady() {
    return identity.isReady;
  }

  /** @returns {Promise<void>} */
  whenReady() {
    return this.#ready;
  }

  quit() {
    if (this.#quitting) return;
    if (this.#prevented('before-quit')) return;
    this.#quitting = true;
    const windows = BrowserWindow.getAllWindows();
    if (windows.length === 0) this.#finish();
    else for (const window of windows) window.close();
  }

  /** At once, without asking anyone. @param {number} [code] */
  exit(code = 0) {
    if (!identity.isReady) exitUnheard(code);
    this.#quitting = true;
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    this.#end(code);
  }

  /** @param {Record<string, unknown>} [additionalData] */
  requestSingleInstanceLock(additionalData) {
    return this.#singleInstance.request(additionalData);
  }

  hasSingleInstanceLock() {
    return this.#singleInstance.held;
  }

  releaseSingleInstanceLock() {
    this.#singleInstance.release();
  }

  focus() {}

  enableSandbox() {}

  disableHardwareAcceleration() {}

  setAppUserModelId() {}

  setAboutPanelOptions() {}

  /** @param {{ path: string, name: string, version: string, isPackaged: boolean }} known what the launcher knows of the app */
  static identify({ path, name, version, isPackaged }) {
    Object.assign(identity, { path, name, version, isPackaged });
  }

  /** Starts Chromium, once the app's main module has had its turn with switches and schemes. @param {App} app */
  static async launch(app) {
    if (app.#launched) return;
    app.#launched = true;
    app.emit('will-finish-launching');
    browser.on('gone', () => exit(failed));
    await browser.start();
    startIntercepting();
    app.emit('session-created', Session.defaultSession);
    await Session.browserContextOf(Session.defaultSession);
    identity.isReady = true;
    app.emit('ready', createEvent(), {});
    app.#becomeReady();
  }

  /** @param {string} event */
  #prevented(event) {
    const details = createEvent();
    this.emit(event, details);
    return details.defaultPrevented;
  }

  #lastWindowClosed() {
    if (BrowserWindow.getAllWindows().length > 0) return;
    if (this.#quitting) this.#finish();
    else this.emit('window-all-closed');
  }

  #finish() {
    if (this.#ended) return; // by `exit`
    if (this.#prevented('will-quit')) {
      this.#quitting = false;
      return;
    }
    this.#end(0);
  }

  /** @param {number} code */
  async #end(code) {
    if (this.#ended) return;
    this.#ended = true;
    this.emit('quit', createEvent(), code);
    await browser.stop();
    exit(browser.hasFailed ? failed : code);
  }
}

exports.App = App;
exports.app = new App();
