'use strict';
const { EventEmitter } = require('node:events');
const { browser } = require('./browser');

/** @typedef {import('../cdp/session').CdpSession} CdpSession */

/**
 * Brings each newly attached target to its owner. Targets wait for `Runtime.runIfWaitingForDebugger`, which the owner sends.
 *
 * Events: `popup` (session), a page that another page opened.
 */
class TargetRouter extends EventEmitter {
  /** @type {Map<string, (session: CdpSession) => void>} */ #claims = new Map();
  /** @type {Map<string, (session: CdpSession) => void>} */ #addressClaims = new Map();
  /** @type {Map<string, CdpSession>} */ #unclaimed = new Map();

  constructor() {
    super();
    browser.on('attached', (session, parent) => this.#route(session, parent));
  }

  /** @param {string} targetId @returns {Promise<CdpSession>} */
  claim(targetId) {
    const session = this.#unclaimed.get(targetId);
    this.#unclaimed.delete(targetId);
    return session ? Promise.resolve(session) : new Promise((resolve) => this.#claims.set(targetId, resolve));
  }

  /**
   * For a page that something other than the DevTools protocol opens.
   * @param {string} part of its address
   * @returns {Promise<CdpSession>}
   */
  claimByAddress(part) {
    return new Promise((resolve) => this.#addressClaims.set(part, resolve));
  }

  /** @param {CdpSession} session */
  #claimOf(session) {
    const part = [...this.#addressClaims.keys()].find((each) => session.target?.url.includes(each));
    const claim = part === undefined ? this.#claims.get(session.targetId) : this.#addressClaims.get(part);
    if (part !== undefined) this.#addressClaims.delete(part);
    this.#claims.delete(session.targetId);
    return claim;
  }

  /** @param {CdpSession} session @param {CdpSession} parent */
  #route(session, parent) {
    if (session.target?.type === 'page' && parent === browser.root) this.#routePage(session);
    else if (session.target?.type === 'iframe') parent.emit('iframe-attached', session);
    else session.post('Runtime.runIfWaitingForDebugger');
  }

  /** @param {CdpSession} session */
  #routePage(session) {
    const claim = this.#claimOf(session);
    if (claim) claim(session);
    else if (session.target?.openerId) this.emit('popup', session);
    else this.#unclaimed.set(session.targetId, session);
  }
}

exports.targetRouter = new TargetRouter();
