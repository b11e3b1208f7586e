'use strict';

const path = require('node:path');
const { app, BrowserWindow, webContents } = require('electron');
const { hostActions } = require('./actions');
const { AppEvents } = require('./app-events');
const { ChannelBindings } = require('./ipc/channel-bindings');
const { readConfiguration, DEFAULTS } = require('./configuration');
const { control } = require('./control');
const { takeOverCallErrors } = require('./ipc/call-errors');
const { emit } = require('./ipc/emitter');
const { TEXT } = require('./ipc/failure');
const { Forwarder } = require('./ipc/forwarder');
const { PendingCalls } = require('./ipc/pending-calls');
const { settle } = require('./ipc/replies');
const { UnheardMessages } = require('./ipc/unheard-messages');
const { answerUnheardSync } = require('./ipc/unheard-sync');
const { WindowMessages } = require('./ipc/window-messages');
const { FrameRegistry } = require('./frames/frame-registry');
const { watchFrames, announceFrames, pollFrames } = require('./frames/frame-watch');
const { ownOrigins, isAllowedSender, readPolicies } = require('./frames/sender-policy');
const { Lifecycle } = require('./lifecycle');
const { Link } = require('./link');
const { Log } = require('./log');
const { KIND } = require('./messages');
const { PortTraffic } = require('./ports/port-traffic');
const { createAppProtocol, HOST } = require('./pages/app-protocol');
const { EndpointLink } = require('./pages/endpoint-link');
const { watchLastWindow } = require('./quit/last-window');
const { UnresponsivePages } = require('./quit/unresponsive-pages');
const { Readiness } = require('./pages/readiness');
const { Requests } = require('./requests');
const { guardNavigation } = require('./security/navigation-guard');
const { denyPermissions, denyPermissionsOfOwn } = require('./security/permissions');
const { firstLine } = require('./start/setup-error');
const { AppSessions } = require('./windows/app-sessions');
const { reportConsole } = require('./windows/page-console');
const { reportPage, announceContents } = require('./windows/watch-contents');
const { Windows } = require('./windows/windows');

/**
 * Nothing can be carried out before Electron is ready, but .NET's end must be noticed: so messages are read, and held.
 * @param {Promise<void>} ready
 * @param {boolean} isReady
 * @returns {(payload: Buffer, carryOut: (payload: Buffer) => void) => void}
 */
function holdUntil(ready, isReady) {
  /** @type {(() => void)[]} */
  const held = [];
  ready.then(() => {
    isReady = true;
    held.splice(0).forEach((carryOut) => carryOut());
  });
  return (payload, carryOut) => {
    if (isReady) {
      carryOut(payload);
    } else {
      const copy = Buffer.from(payload); // a payload is a slice of what was read, and only ours for now
      held.push(() => carryOut(copy));
    }
  };
}

/** The answer to a request for a window where another framework makes the windows. */
const NOT_OUR_WINDOWS = 'The windows of this app are made by the framework that has started Electron; ask that one for a window '
  + '(with Electron.NET Electron.WindowManager.CreateWindowAsync)';

const PRELOAD = path.join(__dirname, '..', 'preload.js');

/** Everything that lives as long as the process; a .NET process comes, is served, and may be followed by another. */
class Host {
  #settings;
  /** @type {import('./configuration').Configuration} */
  #configuration = DEFAULTS;
  #origins;
  #pending = new PendingCalls();
  #link = new Link();
  #frames = new FrameRegistry(
    this.#link, (frame) => this.#pending.abandonFrame(frame), (text) => this.log.counted('warning', 'untold', '', text));
  #ports;
  #endpoints = new EndpointLink();
  #readiness;
  #bindings;
  #windowMessages;
  #unheard;
  #sessions;
  #windows;
  #requests;
  log = new Log(this.#link);
  lifecycle = new Lifecycle(this.#link, () => this.#configuration.shutdownMs);
  #appEvents = new AppEvents(this.#link, this.log);

  /**
   * @param {import('./start/app-settings').AppSettings} settings
   * @param {number} handshakeMs How long .NET may take to connect, and requests of pages wait for it.
   */
  constructor(settings, handshakeMs) {
    this.#settings = settings;
    this.#readiness = new Readiness(handshakeMs);
    this.#origins = ownOrigins(settings.scheme, this.#configuration);
    const { scheme, wwwroot, root } = settings;
    const answer = createAppProtocol({
      wwwroot, root, log: this.log, settings: () => this.#configuration, endpoints: this.#endpoints, origins: () => this.#origins,
      framed: () => this.#windows.shownOrigins, ready: () => this.#readiness.wait(),
    });
    this.#sessions = new AppSessions({ scheme, preload: PRELOAD, answer });
    this.#windows = new Windows({
      link: this.#link, log: this.log, frames: this.#frames, sessions: this.#sessions, root, startUrl: `${scheme}://${HOST}/`,
    });
    this.#requests = new Requests(this.#link, this.log);
    this.#requests.add(hostActions({ windows: this.#windows, link: this.#link, lifecycle: this.lifecycle }));
    const maxMessageBytes = () => this.#configuration.limits.maxMessageBytes;
    this.#ports = new PortTraffic({ link: this.#link, log: this.log, frames: this.#frames, maxMessageBytes });
    const forwarder = this.#createForwarder();
    this.#bindings = new ChannelBindings({
      onInvoke: (channel, event, args) => forwarder.invoke(channel, event, args),
      onMessage: (channel, event, args) => forwarder.message(channel, event, args),
    });
    const isHeard = (/** @type {string} */ channel) => this.#bindings.isHeard(channel);
    this.#windowMessages = new WindowMessages(isHeard, (...message) => forwarder.unbound(...message));
    const isDevelopment = () => this.#configuration.development;
    this.#unheard = new UnheardMessages({ link: this.#link, bindings: this.#bindings, isDevelopment });
  }

  get configuration() {
    return this.#configuration;
  }

  /** Whether .NET has got so far that it opens its windows. */
  get isConfigured() {
    return this.#configuration !== DEFAULTS;
  }

  /** Before the app's own JavaScript, so that what it adds comes later and can decide otherwise. */
  watch() {
    takeOverCallErrors(this.log, { unknownChannels: true });
    app.on('session-created', denyPermissions);
    this.#sessions.watch();
    app.on('web-contents-created', (_event, contents) => this.#watchContents(contents, () => true));
    app.on('second-instance', () => this.#windows.focusFirst());
    this.#appEvents.watch();
    this.#unheard.listen();
    this.#windows.watch();
    this.lifecycle.watch();
    watchLastWindow({
      quitsByDefault: () => this.#configuration.quitWhenAllWindowsClosed,
      tell: () => this.#appEvents.raise('window-all-closed'),
    });
    new UnresponsivePages(this.log, (window) => this.#windows.describe(window), () => !this.lifecycle.isEnding).watch();
    pollFrames(this.#frames, this.#pending);
  }

  /**
   * Instead of `watch` where another framework makes the windows and ends the app: nothing is decided here but what concerns the app's own
   * pages, in whatever window they are shown. All windows have the preload; who may send is decided by origin, as ever.
   */
  watchAsGuest() {
    const isOwn = (/** @type {string} */ origin) => this.#origins.has(origin);
    takeOverCallErrors(this.log, { unknownChannels: false });
    app.on('session-created', (session) => denyPermissionsOfOwn(session, isOwn));
    this.#sessions.watch();
    app.on('web-contents-created', (_event, contents) => this.#watchContents(contents, () => isOwn(contents.mainFrame.origin)));
    this.#windows.refuse(NOT_OUR_WINDOWS);
    this.#unheard.listen();
    this.#windows.watch();
    this.lifecycle.follow();
    pollFrames(this.#frames, this.#pending);
  }

  /**
   * Serves one .NET process until it goes away.
   * @param {import('./bridge/connection').Connection} connection
   * @returns {Promise<import('./bridge/connection').CloseReason>}
   */
  serve(connection) {
    this.#bindings.clear();
    this.#windowMessages.clear();
    this.#unheard.clear();
    this.#frames.forgetAnnouncements();
    this.#requests.restart();
    this.#link.use(connection);
    this.#readiness.expect();
    for (const contents of webContents.getAllWebContents()) {
      announceContents(contents, this.#link, this.#windows.nameOf(contents));
      announceFrames(contents, this.#frames);
    }
    this.#windows.announceAll();
    this.#appEvents.release();
    // The Chromium of the stand-in has no version before. Ahead of what is held until then, and so of all windows.
    app.whenReady().then(() => this.#link.control({ type: 'ready', chrome: process.versions.chrome }));
    const whenReady = holdUntil(app.whenReady(), app.isReady());
    return new Promise((resolve) => {
      connection.start({
        onMessage: (kind, lane, id, payload) => whenReady(payload, (whole) => this.#receive(kind, lane, id, whole)),
        onClose: (reason) => {
          this.#link.use(null);
          this.#ports.clear();
          this.#endpoints.lose();
          this.#readiness.lose();
          this.#pending.failAll({ invoke: TEXT.notRunning, sendSync: TEXT.neverSent });
          resolve(reason);
        },
      });
    });
  }

  /**
   * An error that nothing caught. The app goes on, as Electron's does.
   * @param {'uncaughtException' | 'unhandledRejection'} source
   * @param {unknown} thrown
   */
  reportCrash(source, thrown) {
    const stack = thrown instanceof Error ? thrown.stack : undefined;
    this.log.failure(source, firstLine(thrown), stack === undefined ? {} : { stack });
  }

  /**
   * A message that cannot be carried out must not end the connection.
   * @param {number} kind
   * @param {number} lane
   * @param {number} id
   * @param {Buffer} payload
   */
  #receive(kind, lane, id, payload) {
    try {
      switch (kind) {
        case KIND.reply: return settle(this.#pending, id, payload);
        case KIND.emit: return this.#ports.inTurn(lane, payload, (whole) => emit(this.#frames, whole));
        case KIND.post: return this.#ports.post(lane, payload);
        case KIND.portMessage: case KIND.portStart: case KIND.portClose: return this.#ports.receive(kind, lane, payload);
        case KIND.control: return control(payload, this.#actions, this.log);
        default: return this.log.warning(`Electron's side does not know messages of kind ${kind}; is it older than the .NET library?`);
      }
    } catch (error) {
      this.log.counted('warning', 'carry-out', String(kind), `A message of kind ${kind} from .NET could not be carried out: ${firstLine(error)}`);
    }
  }

  /** @type {import('./control').Actions} */
  #actions = {
    configure: (message) => {
      this.#endpoints.reset();
      this.#configuration = readConfiguration(message);
      this.#origins = ownOrigins(this.#settings.scheme, this.#configuration);
    },
    bind: ({ channel, number, invoke, listen, invokeFrom, listenFrom }) => {
      this.#bindings.set({ name: channel, number }, {
        invoke: invoke === true, listen: listen === true, invokeFrom: readPolicies(invokeFrom), listenFrom: readPolicies(listenFrom),
      });
    },
    endpoints: (message) => this.#endpoints.use(message),
    hear: ({ event, isHeard }) => this.#appEvents.hear(event, isHeard === true),
    watch: ({ contents, send, sendSync }) => this.#windowMessages.watch(contents, { send: send === true, sendSync: sendSync === true }),
    started: () => this.#readiness.open(),
    window: ({ name, options, url }) => {
      this.#readiness.open(); // by then everything else has been said
      this.#windows.open(name, options ?? {}, url ?? undefined);
    },
    close: ({ window }) => this.#windows.close(window),
    call: (message) => void this.#requests.carryOut(message),
    quit: ({ code }) => this.lifecycle.quit(Number.isInteger(code) ? code : 0),
  };

  #createForwarder() {
    const host = this;
    return new Forwarder({
      link: this.#link,
      log: this.log,
      pending: this.#pending,
      frames: this.#frames,
      ports: this.#ports.table,
      configuration: { get current() { return host.#configuration; } },
      isAllowed: (sender, policies) => isAllowedSender(sender, this.#origins, policies),
      onOverload: (contents) => BrowserWindow.fromWebContents(contents)?.destroy(),
    });
  }

  /** @param {Electron.WebContents} contents @param {() => boolean} isGuarded */
  #watchContents(contents, isGuarded) {
    const { id } = contents;
    guardNavigation(contents, (origin) => this.#origins.has(origin) || this.#windows.shownIn(contents).has(origin), this.log, isGuarded);
    answerUnheardSync(contents, this.log, this.#unheard, this.#windowMessages);
    this.#unheard.attach(contents, (each) => this.#windowMessages.hearsSends(each));
    this.#windowMessages.attach(contents);
    reportConsole(contents, this.#link, () => this.#configuration.pageConsole);
    reportPage(contents, this.log, (each) => this.#windows.nameOf(each));
    watchFrames(contents, this.#frames, this.#link);
    announceContents(contents, this.#link, this.#windows.nameOf(contents));
    contents.once('destroyed', () => this.#link.control({ type: 'contents-destroyed', contents: id }));
  }
}

exports.Host = Host;
