'use strict';
const { EventEmitter } = require('node:events');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { identity } = require('../app/identity');
const { InputSender } = require('../input/send-input');
const { crash } = require('../page/crash');
const { Page } = require('../page/page');
const { nativeImage } = require('../image/native-image');
const { markNativeBacked } = require('../native-backed');
const { WebFrameMain } = require('./web-frame-main');

/** @typedef {import('../page/page').PageOptions} PageOptions */

/** @type {Map<number, WebContents>} */
const all = new Map();
let nextId = 1;

class WebContents extends EventEmitter {
  #page;
  #input;
  id = nextId++;

  /** @param {PageOptions} options */
  constructor(options) {
    super();
    this.setMaxListeners(0);
    this.#page = new Page(this, options);
    this.#input = new InputSender(this.#page);
    all.set(this.id, this);
    this.once('destroyed', () => all.delete(this.id));
  }

  /** @param {WebContents} webContents */
  static pageOf(webContents) {
    return webContents.#page;
  }

  static getAllWebContents() {
    return [...all.values()];
  }

  /** @param {number} id */
  static fromId(id) {
    return all.get(id);
  }

  /** @param {string} targetId */
  static fromDevToolsTargetId(targetId) {
    return WebContents.getAllWebContents().find((each) => each.#page.tree.root.id === targetId);
  }

  /** @param {WebFrameMain} frame */
  static fromFrame(frame) {
    return frame instanceof WebFrameMain ? WebFrameMain.nodeOf(frame).page.webContents : undefined;
  }

  get ipc() {
    return this.#page.ipc;
  }

  get mainFrame() {
    return this.#live().tree.root.frame;
  }

  get session() {
    return this.#page.options.session;
  }

  get opener() {
    return this.#page.options.opener && !this.#page.options.opener.isDestroyed() ? this.#page.options.opener.mainFrame : null;
  }

  /** Known of frames that have a preload; the focus of another is as if there were none. */
  get focusedFrame() {
    const node = this.#live().focus.node;
    return node && !node.disposed ? node.frame : null;
  }

  getType() {
    return 'window';
  }

  isDestroyed() {
    return this.#page.destroyed;
  }

  isLoading() {
    return this.#live().loader.loading;
  }

  isLoadingMainFrame() {
    return this.isLoading();
  }

  getURL() {
    return this.#live().tree.root.host.url;
  }

  getTitle() {
    return this.#live().title || this.getURL();
  }

  getProcessId() {
    return this.mainFrame.processId;
  }

  /** @param {string} url @param {Electron.LoadURLOptions} [options] */
  loadURL(url, options) {
    return this.#live().loader.load(String(url), options);
  }

  /** @param {string} file @param {Electron.LoadFileOptions} [options] */
  loadFile(file, { query, search, hash } = {}) {
    const url = pathToFileURL(path.resolve(identity.path, file));
    if (query) url.search = new URLSearchParams(query).toString();
    if (search) url.search = search;
    if (hash) url.hash = hash;
    return this.loadURL(url.href);
  }

  reload() {
    this.#live().loader.reload(false);
  }

  reloadIgnoringCache() {
    this.#live().loader.reload(true);
  }

  stop() {
    this.#live().main.cdp.post('Page.stopLoading');
  }

  /** @param {string} channel @param {...unknown} args */
  send(channel, ...args) {
    this.mainFrame.send(channel, ...args);
  }

  /** @type {WebFrameMain['postMessage']} */
  postMessage(...args) {
    this.mainFrame.postMessage(...args);
  }

  /**
   * @param {number | [processId: number, frameId: number]} frame a number alone is one of the main frame's process
   * @param {string} channel
   * @param {...unknown} args
   * @returns {boolean} whether there is such a frame in this WebContents
   */
  sendToFrame(frame, channel, ...args) {
    const [processId, routingId] = Array.isArray(frame) ? frame : [this.#page.tree.root.host.processId, frame];
    if (typeof processId !== 'number' || typeof routingId !== 'number') {
      throw new Error('Missing required frame argument (must be number or [processId, frameId])');
    }
    const node = this.#page.destroyed
      ? undefined
      : findFrame([this], ({ host }) => host.processId === processId && host.routingId === routingId);
    node?.frame.send(channel, ...args);
    return node !== undefined;
  }

  /** @param {string} code @param {boolean} [userGesture] */
  executeJavaScript(code, userGesture) {
    return this.mainFrame.executeJavaScript(code, userGesture);
  }

  /** @param {Electron.Rectangle} [rectangle] */
  async capturePage(rectangle) {
    const page = this.#live();
    await page.ready;
    const clip = rectangle ? { clip: { ...rectangle, scale: 1 } } : {};
    const { data } = await page.main.cdp.send('Page.captureScreenshot', { format: 'png', ...clip });
    return nativeImage.createFromBuffer(Buffer.from(data, 'base64'));
  }

  /** @param {((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | null} handler */
  setWindowOpenHandler(handler) {
    this.#live().windowOpenHandler = handler;
  }

  /** @param {{ waitForBeforeUnload?: boolean }} [options] */
  close({ waitForBeforeUnload = false } = {}) {
    const page = this.#live();
    if (waitForBeforeUnload) page.ready.then(() => page.main.cdp.post('Page.close'));
    else page.destroy();
  }

  getUserAgent() {
    return this.session.getUserAgent();
  }

  isCrashed() {
    return this.#live().tree.root.crashed;
  }

  /** Ends the renderer; `render-process-gone` follows. */
  forcefullyCrashRenderer() {
    crash(this.#live());
  }

  /** @param {import('../input/send-input').InputEvent} event */
  sendInputEvent(event) {
    this.#live();
    this.#input.send(event);
  }

  get userAgent() {
    return this.getUserAgent();
  }

  /** No page of this host is in a `<webview>`. */
  get hostWebContents() {
    return null;
  }

  get devToolsWebContents() {
    return null;
  }

  isFocused() {
    return true;
  }

  focus() {}

  openDevTools() {}

  closeDevTools() {}

  toggleDevTools() {}

  isDevToolsOpened() {
    return false;
  }

  #live() {
    if (this.#page.destroyed) throw new TypeError('Object has been destroyed');
    return this.#page;
  }
}
markNativeBacked(WebContents);

/**
 * @param {Iterable<WebContents>} among
 * @param {(node: import('../page/frame-node').FrameNode) => boolean} matches
 */
function findFrame(among, matches) {
  for (const webContents of among) {
    const node = WebContents.pageOf(webContents)
      .tree.all()
      .find((each) => !each.disposed && matches(each));
    if (node) return node;
  }
  return undefined;
}

exports.WebContents = WebContents;
exports.findFrame = findFrame;
