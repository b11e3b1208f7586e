'use strict';
const { once } = require('node:events');
const { createEvent } = require('../ipc/ipc-event');
const { loadError } = require('./load-error');
const { readTitle } = require('./title');
const { takeOutcome } = require('../protocol/document-outcomes');
const { toApp, toReal } = require('../protocol/aliases');

/** @typedef {import('./frame-node').FrameNode} FrameNode */
/** @typedef {ReturnType<typeof loadError>} LoadError */
/**
 * @typedef {object} PendingLoad
 * @property {string} url
 * @property {string} [loaderId]
 * @property {LoadError} [failure] why an error page comes instead
 * @property {() => void} resolve
 * @property {(error: Error) => void} reject
 */

/** Loading state of a page, the promise of `loadURL`, and the events that tell about both. */
class Loader {
  #page;
  loading = false;
  /** @type {PendingLoad | null} */ #pending = null;
  #lastLoaded = '';
  /** Under way for the main process, which is not asked about its own navigations. */ #ownLoads = 0;
  #ownReload = false;
  /** A load started; of a target's first, empty document only the end is told. */ #begun = false;
  /** A title is known when its page has loaded, as in Electron. @type {Promise<void> | undefined} */ #titleRead;

  /** @param {import('./page').Page} page */
  constructor(page) {
    this.#page = page;
  }

  /** @param {import('../cdp/session').CdpSession} cdp of any renderer of the page */
  watchDocuments(cdp) {
    cdp.listen('Page.lifecycleEvent', ({ frameId, loaderId, name }) => this.#lifecycle(frameId, loaderId, name));
  }

  /** @param {import('../cdp/session').CdpSession} cdp of the main frame */
  watch(cdp) {
    const isMain = (/** @type {string} */ frameId) => frameId === this.#page.tree.root.id;
    cdp.listen('Page.frameStartedLoading', ({ frameId }) => {
      if (isMain(frameId)) this.#started();
    });
    cdp.listen('Page.frameStoppedLoading', ({ frameId }) => {
      if (isMain(frameId)) this.#stopped();
    });
  }

  /**
   * @param {string} url
   * @param {Electron.LoadURLOptions} [options]
   * @returns {Promise<void>} settles with the load
   */
  load(url, options = {}) {
    this.#fail(loadError('ERR_ABORTED', this.#pending?.url ?? ''));
    this.loading = true;
    /** @type {Promise<void>} */
    const loaded = new Promise((resolve, reject) => {
      const pending = { url, resolve, reject };
      this.#pending = pending;
      this.#navigate(pending, options).catch(reject);
    });
    loaded.catch(() => {}); // an app that does not look at the promise is told by did-fail-load
    return loaded;
  }

  /** @param {PendingLoad} pending @param {Electron.LoadURLOptions} options */
  async #navigate(pending, { httpReferrer }) {
    const { url } = pending;
    await this.#page.ready;
    const referrer = typeof httpReferrer === 'string' ? httpReferrer : httpReferrer?.url;
    this.#ownLoads++;
    const { errorText, loaderId } = await this.#page.main.cdp
      .send('Page.navigate', { url: toReal(url), ...(referrer ? { referrer } : {}) })
      .catch((error) => ({ errorText: String(error.message), loaderId: undefined }))
      .finally(() => this.#ownLoads--);
    if (this.#pending !== pending) return;
    if (errorText) this.#hasFailed(pending, loadError(errorText, url), loaderId);
    else if (!loaderId || loaderId === this.#lastLoaded) this.#succeed();
    else pending.loaderId = loaderId;
  }

  /**
   * A failure is told of when its error page is there; there is none for a navigation that was given up.
   * @param {PendingLoad} pending
   * @param {LoadError} failure
   * @param {string | undefined} loaderId
   */
  #hasFailed(pending, failure, loaderId) {
    const { host, arriving } = this.#page.tree.root;
    const isThere = host.isErrorPage && host.frameToken === loaderId && !arriving;
    if (isThere || failure.code === 'ERR_ABORTED') this.#failed(failure);
    else if (!loaderId) this.#neverBegan(failure);
    else Object.assign(pending, { loaderId, failure });
  }

  /** @param {boolean} ignoreCache */
  async reload(ignoreCache) {
    this.loading = true;
    await this.#page.ready;
    this.#ownReload = true;
    this.#page.main.cdp.post('Page.reload', { ignoreCache });
  }

  /** Resolves at once, or when the load that is under way has ended. */
  async settled() {
    if (!this.loading) return;
    const { webContents } = this.#page;
    await Promise.race([once(webContents, 'did-stop-loading'), once(webContents, 'destroyed')]);
  }

  /** @returns {boolean} whether the main frame's next navigation is the main process's own */
  get navigatesItself() {
    return this.#ownLoads > 0 || this.#ownReload;
  }

  /** A document was committed. @param {FrameNode} node */
  committed(node) {
    const page = this.#page;
    const { url, processId, routingId, isErrorPage } = node.host;
    const { status, statusText, error = 'ERR_FAILED' } = takeOutcome(node);
    const isMain = node.parent === null;
    if (isMain) this.#ownReload = false;
    const { loaderId, failure } = (isMain && this.#pending) || {};
    if (isErrorPage) {
      if (!isMain) this.#tellFailure(loadError(error, url), node);
      else if (failure ?? !this.#pending) this.#failed(failure ?? loadError(error, url));
      return;
    }
    if (failure && loaderId !== node.host.frameToken) this.#fail(failure); // another page came before the error page
    if (isMain) page.title = '';
    page.emit('did-frame-navigate', createEvent(), url, status, statusText, isMain, processId, routingId);
    if (isMain && !page.destroyed) page.emit('did-navigate', createEvent(), url, status, statusText);
  }

  /** The page or its renderer is gone. */
  abandon() {
    this.loading = false;
    this.#fail(loadError('ERR_FAILED', this.#pending?.url ?? ''));
  }

  /** @param {string} frameId @param {string} loaderId @param {string} name */
  #lifecycle(frameId, loaderId, name) {
    const page = this.#page;
    const node = page.tree.find(frameId);
    if (node?.arriving?.loaderId === loaderId && name !== 'init') page.tree.settle(node);
    if (!node || node.initial || node.host.frameToken !== loaderId || node.host.isErrorPage) return;
    const isMain = node.parent === null;
    if (name === 'DOMContentLoaded') {
      node.existingFrame?.emit('dom-ready');
      if (isMain && !page.destroyed) page.emit('dom-ready', createEvent());
    } else if (name === 'load') {
      page.emit('did-frame-finish-load', createEvent(), isMain, node.host.processId, node.host.routingId);
      if (isMain && !page.destroyed) this.#finished(loaderId);
    }
  }

  /** @param {string} loaderId */
  async #finished(loaderId) {
    this.#lastLoaded = loaderId;
    await (this.#titleRead = readTitle(this.#page));
    if (this.#page.destroyed || this.#page.tree.root.host.frameToken !== loaderId) return;
    this.#page.emit('did-finish-load', createEvent());
    if (this.#pending?.loaderId === loaderId) this.#succeed();
  }

  #started() {
    this.loading = true;
    this.#begun = true;
    this.#page.emit('did-start-loading', createEvent());
  }

  async #stopped() {
    if (!this.#begun) return;
    this.#begun = false;
    await this.#titleRead; // did-finish-load comes first
    if (this.#begun || this.#page.destroyed) return;
    this.loading = false;
    this.#page.emit('did-stop-loading', createEvent());
  }

  #succeed() {
    const pending = this.#pending;
    this.#pending = null;
    pending?.resolve();
  }

  /** @param {Error} error */
  #fail(error) {
    const pending = this.#pending;
    this.#pending = null;
    pending?.reject(error);
  }

  /** @param {LoadError} error */
  #failed(error) {
    this.loading = false;
    this.#tellFailure(error, this.#page.tree.root);
    this.#fail(error);
  }

  /** As for an address that is not one: the document stays, so no frame is told. @param {LoadError} error */
  #neverBegan(error) {
    this.loading = false;
    this.#page.emit('did-fail-load', createEvent(), error.errno, error.code, toApp(error.url), true);
    this.#fail(error);
  }

  /** @param {LoadError} error @param {FrameNode} node */
  #tellFailure({ code, errno, url }, node) {
    const { processId, routingId } = node.host;
    for (const event of code === 'ERR_ABORTED' ? ['did-fail-provisional-load'] : ['did-fail-provisional-load', 'did-fail-load']) {
      this.#page.emit(event, createEvent(), errno, code, toApp(url), node.parent === null, processId, routingId);
    }
  }
}

exports.Loader = Loader;
