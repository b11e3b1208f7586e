'use strict';
const { EventEmitter } = require('node:events');
const { browser } = require('../browser/browser');
const { createEvent } = require('../ipc/ipc-event');
const { Menu } = require('../menu/menu');
const { CommandLine } = require('./command-line');
const { exit, exitUnheard } = require('./exit');
const { Paths } = require('./paths');
const { SingleInstance } = require('./single-instance');
const { lifecycle } = require('./lifecycle');

/** Exit code when Chromium has ended by itself. */
const failed = 1;

class App extends EventEmitter {
  commandLine = new CommandLine();
  isPackaged = false;
  #name = 'Electron';
  #version = '';
  #appPath = process.cwd();
  #paths = new Paths(() => this.#name);
  #singleInstance = new SingleInstance(() => this.getPath('userData'));
  /** @type {() => void} */ #becomeReady = () => {};
  /** @type {Promise<void>} */ #ready = new Promise((resolve) => {
    this.#becomeReady = resolve;
  });
  #isReady = false;
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
    this.on('window-all-closed', () => {
      if (this.listenerCount('window-all-closed') === 1) this.quit(); // as Electron does: only while no other listener decides
    });
    this.#singleInstance.on('second-instance', (...args) => this.emit('second-instance', createEvent(), ...args));
  }

  get name() {
    return this.#name;
  }

  set name(name) {
    this.#name = name;
  }

  getName() {
    return this.#name;
  }

  /** @param {string} name */
  setName(name) {
    this.#name = name;
  }

  get applicationMenu() {
    return Menu.getApplicationMenu();
  }

  set applicationMenu(menu) {
    Menu.setApplicationMenu(menu);
  }

  getVersion() {
    return this.#version;
  }

  getAppPath() {
    return this.#appPath;
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
    return this.#isReady;
  }

  /** @returns {Promise<void>} */
  whenReady() {
    return this.#ready;
  }

  quit() {
    if (this.#quitting) return;
    if (this.#prevented('before-quit')) return;
    this.#quitting = true;
    const windows = this.#windows();
    if (windows.length === 0) this.#finish();
    else for (const window of windows) window.close();
  }

  /** At once, without asking anyone. @param {number} [code] */
  exit(code = 0) {
    if (!this.#isReady) exitUnheard(code);
    this.#quitting = true;
    for (const window of this.#windows()) window.destroy();
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

  /** @param {App} app @param {{ path: string, name: string, version: string, isPackaged: boolean }} identity what the launcher knows of the app */
  static identify(app, { path, name, version, isPackaged }) {
    app.isPackaged = isPackaged;
    app.#appPath = path;
    app.#name = name;
    app.#version = version;
  }

  /** Starts Chromium, once the app's main module has had its turn with switches and schemes. @param {App} app */
  static async launch(app) {
    if (app.#launched) return;
    app.#launched = true;
    app.emit('will-finish-launching');
    browser.on('gone', () => exit(failed));
    await browser.start();
    const { startIntercepting } = require('../protocol/interceptor');
    startIntercepting();
    const { Session } = require('../session/session');
    app.emit('session-created', Session.defaultSession);
    await Session.browserContextOf(Session.defaultSession);
    app.#isReady = true;
    app.emit('ready', createEvent(), {});
    app.#becomeReady();
  }

  /** @returns {import('../window/browser-window').BrowserWindow[]} */
  #windows() {
    const { BrowserWindow } = require('../window/browser-window'); // windows belong to the app
    return BrowserWindow.getAllWindows();
  }

  /** @param {string} event */
  #prevented(event) {
    const details = createEvent();
    this.emit(event, details);
    return details.defaultPrevented;
  }

  #lastWindowClosed() {
    if (this.#windows().length > 0) return;
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
