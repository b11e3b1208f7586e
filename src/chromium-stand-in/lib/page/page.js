'use strict';
const { browser } = require('../browser/browser');
const { hasRealWindows } = require('../browser/display');
const { openAppWindow } = require('../browser/app-window');
const { targetRouter } = require('../browser/target-router');
const { IpcMainImpl } = require('../ipc/ipc-main');
const { createEvent } = require('../ipc/ipc-event');
const { Focus } = require('./focus');
const { Session } = require('../session/session');
const { FrameTree } = require('./frame-tree');
const { PageSession } = require('./page-session');
const { Loader } = require('./loader');
const { scriptsOf } = require('./scripts-of');
const { Popups } = require('./popups');
const { watchConsole } = require('./console');
const { watchCrash } = require('./crash');
const { watchDialogs } = require('./dialogs');
const { watchStartedNavigations } = require('./started-navigations');
const { watchTitle } = require('./title');
const { watchUnrequestedNavigations } = require('../protocol/navigation-veto');

/** @typedef {import('../cdp/session').CdpSession} CdpSession */
/**
 * @typedef {object} PageOptions
 * @property {Electron.WebPreferences} preferences
 * @property {import('../session/session').Session} session
 * @property {number} width
 * @property {number} height
 * @property {string} title of the window, before its page has one
 * @property {CdpSession} [popup] the target that a page already opened
 * @property {import('../web-contents/web-contents').WebContents} [opener]
 */

/** What is behind a WebContents: one of Chromium's pages, with its renderers, frames and loading. */
class Page {
  ipc = new IpcMainImpl();
  firstProcessId = PageSession.newProcessId();
  destroyed = false;
  title = '';
  focus = new Focus();
  popups = new Popups(this);
  /** Whether the window is hidden; its page learns that, too. */ hidden = false;
  /** @type {((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | null} */ windowOpenHandler = null;
  /** Leaving is not to be prevented by the page. */ forceClose = false;
  /** The page objected to being left, and stays. */ onStay = () => {};
  /** The page is gone, and all listeners know. */ onGone = () => {};
  /** @type {PageSession | null} */ #main = null;
  /** @type {import('../renderer/page-scripts').PageScript[] | undefined} */ #scripts;
  /** @type {Set<PageSession>} */ #sessions = new Set();

  /** @param {import('../web-contents/web-contents').WebContents} webContents @param {PageOptions} options */
  constructor(webContents, options) {
    const { contextIsolation = true, nodeIntegrationInSubFrames = false } = options.preferences;
    this.webContents = webContents;
    this.options = options;
    this.isolated = contextIsolation;
    this.subFrames = nodeIntegrationInSubFrames;
    this.tree = new FrameTree(this);
    this.loader = new Loader(this);
    /** Resolves once the target exists and is configured. @type {Promise<void>} */
    this.ready = this.#open();
    this.ready.catch(() => {});
  }

  /** @returns {PageSession} the main frame's */
  get main() {
    if (!this.#main || this.destroyed) throw new TypeError('Object has been destroyed');
    return this.#main;
  }

  /** Read once, when the page is opened: as in Electron, later changes of the session's preloads concern later windows. */
  get scripts() {
    return (this.#scripts ??= scriptsOf(this));
  }

  /** @param {string} name @param {...unknown} args */
  emit(name, ...args) {
    this.webContents.emit(name, ...args);
  }

  /** @param {string} file @param {Error} error */
  preloadFailed(file, error) {
    this.emit('preload-error', createEvent(), file, error);
  }

  /** @param {{ url: string, frameName: string, features: string }} details @returns {boolean} */
  mayOpenWindow(details) {
    return this.popups.decide(details).action === 'allow';
  }

  /** Ends the target; `destroyed` follows at once. */
  destroy() {
    if (this.destroyed) return;
    const close = () => browser.root.post('Target.closeTarget', { targetId: this.tree.root.id });
    if (this.#main) close();
    else this.ready.then(close, () => {});
    this.#gone();
  }

  async #open() {
    const { popup } = this.options;
    if (popup) {
      await this.#adopt(popup, true);
      return;
    }
    await browser.start();
    const browserContextId = await Session.browserContextOf(this.options.session);
    // a window of another profile cannot be opened without tabs
    const withoutTabs = hasRealWindows() && !browserContextId;
    const cdp = await (withoutTabs ? openAppWindow(this.options.title) : this.#createTarget(browserContextId));
    if (!this.destroyed) await this.#adopt(cdp, false);
    else browser.root.post('Target.closeTarget', { targetId: cdp.targetId });
  }

  /** @param {string | undefined} browserContextId */
  async #createTarget(browserContextId) {
    const { width, height } = this.options;
    const context = browserContextId ? { browserContextId } : {};
    const { targetId } = await browser.root.send('Target.createTarget', { url: 'about:blank', width, height, newWindow: true, ...context });
    return targetRouter.claim(targetId);
  }

  /** @param {CdpSession} cdp @param {boolean} alreadyRuns */
  async #adopt(cdp, alreadyRuns) {
    const session = new PageSession(this, cdp, this.firstProcessId);
    this.#main = session;
    this.tree.setRoot(session);
    this.loader.watch(cdp);
    watchDialogs(this, cdp);
    watchTitle(this);
    cdp.listen('Page.windowOpen', (event) => this.popups.announce(event));
    await this.#add(session, alreadyRuns);
    if (!this.destroyed) this.tree.announce(this.tree.root);
  }

  /** @param {PageSession} session @param {boolean} alreadyRuns */
  async #add(session, alreadyRuns) {
    const { cdp } = session;
    this.#sessions.add(session);
    watchConsole(session);
    this.loader.watchDocuments(cdp);
    watchCrash(session);
    watchStartedNavigations(this, cdp);
    watchUnrequestedNavigations(this, cdp);
    cdp.on('iframe-attached', (/** @type {CdpSession} */ child) => {
      this.#add(new PageSession(this, child), false).catch(() => {}); // gone before it was ready
    });
    cdp.once('gone', () => {
      this.#sessions.delete(session);
      session.clear();
      if (session === this.#main) this.#gone();
    });
    Session.configure(this.options.session, cdp);
    await session.configure(alreadyRuns);
  }

  #gone() {
    if (this.destroyed) return;
    this.destroyed = true;
    for (const session of this.#sessions) session.clear();
    this.tree.remove(this.tree.root);
    this.loader.abandon();
    try {
      this.emit('destroyed', createEvent());
    } finally {
      this.onGone();
    }
  }
}

exports.Page = Page;
