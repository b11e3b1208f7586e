'use strict';
const { lifecycle } = require('../app/lifecycle');
const { browser } = require('../browser/browser');
const { toApp } = require('../protocol/aliases');

/** @typedef {{ url: string, frameName: string, features: string }} OpenRequest */

/**
 * @typedef {object} AllowedPopup
 * @property {import('./page').Page} opener
 * @property {import('../cdp/session').CdpSession} session of the target that has appeared
 * @property {Electron.BrowserWindowConstructorOptions} options what the app's handler wants to be otherwise
 * @property {Electron.HandlerDetails} details
 */

/** What a page's windows may open. */
class Popups {
  #page;
  /**
   * Answers that script already got, for the target that follows.
   * @type {{ url: string, response: Electron.WindowOpenHandlerResponse }[]}
   */
  #decided = [];

  /** What Chromium said about the targets that follow. @type {OpenRequest[]} */
  #announced = [];

  /** @param {import('./page').Page} page */
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
    const request = this.#announced.shift() ?? { url: session.target?.url ?? '', frameName: '', features: '' };
    const response = this.#decided.shift()?.response ?? this.#ask(request);
    if (response.action === 'allow') this.#open(session, request, response);
    else {
      session.post('Runtime.runIfWaitingForDebugger');
      browser.root.post('Target.closeTarget', { targetId: session.targetId });
    }
  }

  /** @param {import('devtools-protocol/types/protocol').Protocol.Page.WindowOpenEvent} event */
  announce({ url, windowName, windowFeatures }) {
    const frameName = windowName === '_blank' ? '' : windowName;
    this.#announced.push({ url, frameName, features: windowFeatures.join(',') });
  }

  /** @param {OpenRequest} request @returns {Electron.WindowOpenHandlerResponse} */
  #ask(request) {
    const handler = this.#page.windowOpenHandler;
    if (!handler) return { action: 'allow' };
    try {
      return handler(this.#describe(request)) ?? { action: 'deny' };
    } catch (error) {
      console.error(error);
      return { action: 'deny' };
    }
  }

  /** @param {import('../cdp/session').CdpSession} session @param {OpenRequest} request @param {any} response */
  #open(session, request, { overrideBrowserWindowOptions = {} }) {
    const details = this.#describe(request);
    lifecycle.emit('popup-allowed', { opener: this.#page, session, options: overrideBrowserWindowOptions, details });
  }

  /** @param {OpenRequest} request */
  #describe({ url, frameName, features }) {
    /** @type {Electron.Referrer} */
    const referrer = { url: this.#page.tree.root.host.url, policy: 'strict-origin-when-cross-origin' };
    /** @type {Electron.HandlerDetails['disposition']} */
    const disposition = features ? 'new-window' : 'foreground-tab';
    return { url: toApp(url), frameName, features, disposition, referrer };
  }
}

exports.Popups = Popups;
