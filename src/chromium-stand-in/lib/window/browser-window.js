'use strict';
const { createEvent } = require('../ipc/ipc-event');
const { WebContents } = require('../web-contents/web-contents');
const { Session } = require('../session/session');
const { identity } = require('../app/identity');
const { lifecycle } = require('../app/lifecycle');
const { markNativeBacked } = require('../native-backed');
const { BaseWindow, windows } = require('./base-window');
const { focusOrder } = require('./focus-order');
const { PageSurface } = require('./page-surface');
const { WindowState } = require('./window-state');

/** @typedef {import('../page/page').PageOptions} PageOptions */

/** Every window of this host has a page. @type {Map<number, BrowserWindow>} */
const all = windows;
let nextId = 1;

/** An invisible window: a page with bounds and a life of its own. */
class BrowserWindow extends BaseWindow {
  id = nextId++;
  #webContents;
  #title;
  #surface;
  #state;
  #destroyed = false;
  #closable;

  /**
   * @param {Electron.BrowserWindowConstructorOptions} [options]
   * @param {Pick<PageOptions, 'popup' | 'opener'>} [origin] what opened it, if a page did
   */
  constructor(options = {}, origin = {}) {
    super(options);
    if (!identity.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    this.setMaxListeners(0);
    const { title = identity.name, show = true, closable = true, webPreferences: preferences = {} } = options;
    const { width, height } = this.getBounds();
    this.#closable = closable;
    this.#title = title;
    const session = /** @type {any} */ (preferences.session) ?? Session.fromPartition(preferences.partition);
    this.#webContents = new WebContents({ preferences, session, width, height, title, ...origin });
    const page = WebContents.pageOf(this.#webContents);
    this.#surface = new PageSurface(page);
    this.#state = new WindowState(page, this.#surface, (event) => this.emit(event));
    all.set(this.id, this);
    this.#watchPage();
    lifecycle.emit('web-contents-created', this.#webContents);
    lifecycle.emit('browser-window-created', this);
    BaseWindow.place(this, this.#surface);
    if (show) this.show();
    else this.#state.startHidden();
  }

  static getAllWindows() {
    return [...all.values()];
  }

  /** @returns {BrowserWindow | null} */
  static getFocusedWindow() {
    return focusOrder.current;
  }

  /** @param {number} id */
  static fromId(id) {
    return all.get(id) ?? null;
  }

  /** @param {WebContents} webContents */
  static fromWebContents(webContents) {
    return BrowserWindow.getAllWindows().find((window) => window.#webContents === webContents) ?? null;
  }

  get webContents() {
    this.#live();
    return this.#webContents;
  }

  /** @param {string} url @param {Electron.LoadURLOptions} [options] */
  loadURL(url, options) {
    return this.webContents.loadURL(url, options);
  }

  /** @param {string} file @param {Electron.LoadFileOptions} [options] */
  loadFile(file, options) {
    return this.webContents.loadFile(file, options);
  }

  reload() {
    this.webContents.reload();
  }

  /** @param {Electron.Rectangle} [rectangle] */
  capturePage(rectangle) {
    return this.webContents.capturePage(rectangle);
  }

  /** Asks the app, then the page; both may refuse. A window that cannot be closed asks neither. */
  close() {
    if (this.#destroyed) return;
    if (!this.#closable || this.#isPrevented('close')) {
      lifecycle.emit('close-prevented');
      return;
    }
    this.#webContents.close({ waitForBeforeUnload: true });
  }

  isClosable() {
    this.#live();
    return this.#closable;
  }

  /** @param {boolean} closable */
  setClosable(closable) {
    this.#live();
    this.#closable = closable;
  }

  get closable() {
    return this.isClosable();
  }

  set closable(closable) {
    this.setClosable(closable);
  }

  /** Its contents go a moment after it. */
  destroy() {
    if (this.#destroyed) return;
    this.#closed();
    setImmediate(() => {
      if (!this.#webContents.isDestroyed()) this.#webContents.close();
    });
  }

  isDestroyed() {
    return this.#destroyed;
  }

  show() {
    this.#live();
    this.#state.setVisible(true);
    this.#takeFocus();
  }

  /** Another window keeps the focus. */
  showInactive() {
    this.#live();
    this.#state.setVisible(true);
  }

  hide() {
    this.#live();
    this.#state.setVisible(false);
    focusOrder.lose(this);
  }

  isVisible() {
    this.#live();
    return this.#state.visible;
  }

  focus() {
    this.#live();
    this.#surface.activate();
    this.#takeFocus();
  }

  isFocused() {
    return BrowserWindow.getFocusedWindow() === this;
  }

  minimize() {
    this.#live();
    this.#state.set('minimized', 'minimize');
    focusOrder.lose(this);
  }

  isMinimized() {
    return this.#state.is('minimized');
  }

  maximize() {
    this.#live();
    this.#state.set('maximized', 'maximize');
  }

  isMaximized() {
    return this.#state.is('maximized');
  }

  unmaximize() {
    this.#live();
    if (this.isMaximized()) this.#state.set('normal', 'unmaximize');
  }

  restore() {
    this.#live();
    if (!this.isMinimized()) return;
    this.#state.set('normal', 'restore');
    this.#takeFocus();
  }

  getTitle() {
    this.#live();
    return this.#title;
  }

  /** @param {string} title */
  setTitle(title) {
    this.#live();
    this.#title = title;
  }

  get title() {
    return this.getTitle();
  }

  set title(title) {
    this.setTitle(title);
  }

  /** A window that is hidden or minimized cannot have it. */
  #takeFocus() {
    if (this.#state.visible && !this.isMinimized()) focusOrder.gain(this);
  }

  #live() {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }

  /** @param {string} name of an event that listeners can prevent */
  #isPrevented(name) {
    const event = createEvent();
    this.emit(name, event);
    return event.defaultPrevented;
  }

  #watchPage() {
    const webContents = this.#webContents;
    const page = WebContents.pageOf(webContents);
    page.onStay = () => {
      lifecycle.emit('close-prevented');
    };
    webContents.once('did-finish-load', () =>
      setImmediate(() => {
        if (!this.#destroyed) this.emit('ready-to-show');
      }),
    );
    webContents.on('page-title-updated', (_event, title, explicitSet) => {
      if (this.#destroyed) return;
      const event = createEvent();
      this.emit('page-title-updated', event, title, explicitSet);
      if (!event.defaultPrevented) this.#title = title;
    });
    page.onGone = () => this.#closed();
  }

  #closed() {
    if (this.#destroyed) return;
    this.#destroyed = true;
    all.delete(this.id);
    focusOrder.lose(this);
    this.emit('closed', createEvent());
    if (all.size === 0) lifecycle.emit('last-window-closed');
  }
}
markNativeBacked(BrowserWindow);

exports.BrowserWindow = BrowserWindow;
