'use strict';
const { browser } = require('../browser/browser');
const { toApp } = require('../protocol/aliases');

/** @typedef {{ url: string, frameName: string, features: string }} OpenRequest */

/** What a page's windows may open. */
class Popups {
  #page;
  /** Answers that script already got, for the target that follows. @type {{ url: string, response: Electron.WindowOpenHandlerResponse }[]} */
  #decided = [];

  /** @param {import('../page/page').Page} page */
  constructor(page) {
    this.#page = page;
  }

  /**
   * `window.open` asks before there is a window, so that a refused one is null to the page.
   * @param {OpenRequest} request
   */
  decide(request) {
    const response = this.#ask(request);
    if (response.action === 'allow') this.#decided.push({ url: request.url, response });
    return response;
  }

  /**
   * A target appeared: of a call decided before, or of a link.
   * @param {import('../cdp/session').CdpSession} session
   */
  opened(session) {
    const url = toApp(session.target?.url ?? '');
    const response = this.#decided.shift()?.response ?? this.#ask({ url, frameName: '', features: '' });
    if (response.action === 'allow') this.#open(session, url, response);
    else {
      session.post('Runtime.runIfWaitingForDebugger');
      browser.root.post('Target.closeTarget', { targetId: session.targetId });
    }
  }

  /** @param {OpenRequest} request @returns {Electron.WindowOpenHandlerResponse} */
  #ask({ url, frameName, features }) {
    const handler = this.#page.windowOpenHandler;
    if (!handler) return { action: 'allow' };
    const referrer = { url: this.#page.tree.root.host.url, policy: /** @type {const} */ ('strict-origin-when-cross-origin') };
    const disposition = features ? 'new-window' : 'foreground-tab';
    try {
      return handler({ url: toApp(url), frameName, features, disposition, referrer }) ?? { action: 'deny' };
    } catch (error) {
      console.error(error);
      return { action: 'deny' };
    }
  }

  /** @param {import('../cdp/session').CdpSession} session @param {string} url @param {any} response */
  #open(session, url, { overrideBrowserWindowOptions = {} }) {
    const { BrowserWindow } = require('./browser-window');
    const { options, webContents } = this.#page;
    const webPreferences = { ...options.preferences, ...overrideBrowserWindowOptions.webPreferences };
    const window = new BrowserWindow({ ...overrideBrowserWindowOptions, webPreferences }, { popup: session, opener: webContents });
    const details = { url, frameName: '', options: overrideBrowserWindowOptions, disposition: 'new-window', referrer: { url: '', policy: 'default' } };
    webContents.emit('did-create-window', window, details);
  }
}

exports.Popups = Popups;
