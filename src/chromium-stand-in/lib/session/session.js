'use strict';
const { EventEmitter } = require('node:events');
const { randomUUID } = require('node:crypto');
const path = require('node:path');
const { lifecycle } = require('../app/lifecycle');
const { browser } = require('../browser/browser');
const { Protocol } = require('../protocol/protocol');
const { netFetch } = require('../protocol/net-fetch');
const { markNativeBacked } = require('../native-backed');
const { electronVersion } = require('../versions');
const { PermissionHandlers } = require('./permission-handlers');
const { denyPermissions } = require('./permissions');

/** @type {Map<string, Session>} */
const sessions = new Map();

/** A profile: its storage, its preloads, its handlers for schemes. */
class Session extends EventEmitter {
  protocol = new Protocol();
  /** Chromium's network is not this host's to watch. */
  webRequest = {
    onBeforeRequest() {},
    onBeforeSendHeaders() {},
    onSendHeaders() {},
    onHeadersReceived() {},
    onResponseStarted() {},
    onBeforeRedirect() {},
    onCompleted() {},
    onErrorOccurred() {},
  };
  /** @type {Electron.PreloadScript[]} */ #preloads = [];
  #permissions = new PermissionHandlers();
  #partition;
  /** @type {Promise<string | undefined> | undefined} */ #context;
  /** @type {string | undefined} */ #userAgent;

  /** @param {string} partition */
  constructor(partition) {
    super();
    this.#partition = partition;
  }

  static all() {
    return [...sessions.values()];
  }

  /** @param {string} [partition] */
  static fromPartition(partition = '') {
    const known = sessions.get(partition);
    if (known) return known;
    const session = new Session(partition);
    sessions.set(partition, session);
    if (partition !== '') lifecycle.emit('session-created', session); // the default one is announced at the start
    return session;
  }

  static get defaultSession() {
    return Session.fromPartition('');
  }

  get storagePath() {
    return null;
  }

  /** @param {Omit<Electron.PreloadScript, 'id'> & { id?: string }} script */
  registerPreloadScript({ type, filePath, id = randomUUID() }) {
    if (this.#preloads.some((each) => each.id === id)) throw new Error(`Cannot register preload script with existing ID '${id}'`);
    if (!path.isAbsolute(filePath)) throw new Error(`Preload script must have absolute path: ${filePath}`);
    this.#preloads.push({ type, id, filePath });
    return id;
  }

  /** @param {string} id */
  unregisterPreloadScript(id) {
    const at = this.#preloads.findIndex((each) => each.id === id);
    if (at === -1) throw new Error(`Cannot unregister preload script with non-existing ID '${id}'`);
    this.#preloads.splice(at, 1);
  }

  getPreloadScripts() {
    return this.#preloads.map((each) => ({ ...each }));
  }

  /** @param {string} userAgent */
  setUserAgent(userAgent) {
    this.#userAgent = userAgent;
  }

  getUserAgent() {
    return this.#userAgent ?? `${browser.userAgent} Electron/${electronVersion}`;
  }

  /** @param {import('./permission-handlers').RequestHandler | null} handler */
  setPermissionRequestHandler(handler) {
    this.#permissions.request = handler;
  }

  /** @param {import('./permission-handlers').CheckHandler | null} handler */
  setPermissionCheckHandler(handler) {
    this.#permissions.check = handler;
  }

  /** No page gets access to a device: there is no user to choose one. @param {unknown} _handler is never asked */
  setDevicePermissionHandler(_handler) {}

  setDisplayMediaRequestHandler() {}

  /** @param {string | URL | Request} input @param {RequestInit & { bypassCustomProtocolHandlers?: boolean }} [init] */
  fetch(input, init) {
    return netFetch(this.protocol, input, init);
  }

  /** `net.fetch`. @param {Parameters<Session['fetch']>} args */
  static fetchByDefault(...args) {
    return Session.defaultSession.fetch(...args);
  }

  /**
   * Storage apart from other sessions'.
   * @param {Session} session
   * @returns {Promise<string | undefined>} undefined for the default session
   */
  static browserContextOf(session) {
    return (session.#context ??= session.#createContext());
  }

  /** @param {Session} session */
  static permissionsOf(session) {
    return session.#permissions;
  }

  /** @param {Session} session @param {import('../cdp/session').CdpSession} cdp of a page of this session */
  static configure(session, cdp) {
    cdp.post('Emulation.setUserAgentOverride', { userAgent: session.getUserAgent() });
  }

  async #createContext() {
    const browserContextId =
      this.#partition === ''
        ? undefined
        : (await browser.root.send('Target.createBrowserContext', { disposeOnDetach: true })).browserContextId;
    denyPermissions(browserContextId);
    return browserContextId;
  }
}
markNativeBacked(Session);

exports.Session = Session;
