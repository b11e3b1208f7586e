'use strict';

// The default preload: it gives the page `window.ipc`, as ipc.d.ts describes it. Sandboxed, so one file that requires `electron` alone.

(() => {
  const { contextBridge, ipcRenderer, webUtils } = require('electron');

  /** Channels of the host's own. */
  const RESERVED_PREFIX = 'ipcapp:';
  /** Message ports cannot cross the context bridge; between the page and this preload they travel by `window.postMessage`. */
  const PORT_TO_PAGE = 'ipcapp:port';
  const PORT_TO_MAIN = 'ipcapp:post';
  /** By this channel the host hears what it could not see, and warns of it in development: a channel that nothing takes messages on. */
  const UNHEARD = 'ipcapp:unheard';
  /** How many channels of a document are looked at. */
  const MAX_POSTED = 100;
  /** By this channel `verify` proves that page and .NET talk; nothing else can use it. */
  const HELLO = 'ipcapp:hello';

  /**
   * Gives every function a number by which it is known again. It must run in the page's world: a function gets a new proxy each time it
   * crosses the context bridge, and only there is it the page's own function again.
   * @returns {(listener: Function) => number}
   */
  function createIdentity() {
    const ids = new WeakMap();
    let last = 0;
    return (listener) => {
      const id = ids.get(listener) ?? ++last;
      ids.set(listener, id);
      return id;
    };
  }
  /** Windows that this app has not made can be without it; page and preload are one world then. */
  const isIsolated = process.contextIsolated !== false;
  const idOf = isIsolated && typeof contextBridge.executeInMainWorld === 'function'
    ? contextBridge.executeInMainWorld({ func: createIdentity })
    : createIdentity();

  /**
   * @typedef {{ id: number, once: boolean, listener: (...args: unknown[]) => void }} Registration
   * @type {Map<string, Registration[]>}
   */
  const registrations = new Map();

  /** @param {unknown} channel @returns {string} */
  function check(channel) {
    if (typeof channel !== 'string') {
      throw new TypeError('The channel must be a string.');
    }
    if (channel.startsWith(RESERVED_PREFIX)) {
      throw new Error(`The channel '${channel}' cannot be used: names that begin with '${RESERVED_PREFIX}' are reserved.`);
    }
    return channel;
  }

  /** @param {unknown} listener */
  function checkListener(listener) {
    if (typeof listener !== 'function') {
      throw new TypeError('The listener must be a function.');
    }
  }

  /**
   * One of these per channel listens to Electron, however many listeners the page has, so that ports are handed over once.
   * @param {string} channel
   */
  function receive(channel) {
    /** @param {Electron.IpcRendererEvent} event @param {unknown[]} args */
    return (event, ...args) => {
      if (event.ports.length > 0) {
        window.postMessage({ type: PORT_TO_PAGE, channel, message: args[0] }, targetOrigin(), event.ports);
      }
      for (const registration of [...(registrations.get(channel) ?? [])]) {
        if (registration.once) {
          remove(channel, registration);
        }
        call(registration.listener, args);
      }
    };
  }

  /** An exception of one listener is the page's, and no reason to skip the next. @param {Function} listener @param {unknown[]} args */
  function call(listener, args) {
    try {
      listener(...args);
    } catch (error) {
      setTimeout(() => { throw error; });
    }
  }

  /** A document without an origin of its own cannot be named. */
  function targetOrigin() {
    return location.origin === 'null' ? '*' : location.origin;
  }

  /** @type {Map<string, (event: Electron.IpcRendererEvent, ...args: unknown[]) => void>} */
  const receivers = new Map();

  /** @param {string} channel @param {Registration['listener']} listener @param {boolean} once */
  function add(channel, listener, once) {
    check(channel);
    checkListener(listener);
    const registration = { id: idOf(listener), once, listener };
    registrations.set(channel, [...(registrations.get(channel) ?? []), registration]);
    if (!receivers.has(channel)) {
      const receiver = receive(channel);
      receivers.set(channel, receiver);
      ipcRenderer.on(channel, receiver);
    }
    return () => remove(channel, registration);
  }

  /** @param {string} channel @param {Registration | undefined} registration */
  function remove(channel, registration) {
    const left = (registrations.get(channel) ?? []).filter((each) => each !== registration);
    const receiver = receivers.get(channel);
    if (left.length > 0 || receiver === undefined) {
      registrations.set(channel, left);
      return;
    }
    registrations.delete(channel);
    receivers.delete(channel);
    ipcRenderer.off(channel, receiver);
  }

  /** An older host has no such handler. @param {'invoke' | 'postMessage'} kind @param {string} channel */
  function report(kind, channel) {
    void ipcRenderer.invoke(UNHEARD, kind, channel).catch(() => {});
  }

  /** @param {string} channel @param {unknown[]} args */
  function invoke(channel, args) {
    const answer = ipcRenderer.invoke(check(channel), ...args);
    answer.catch((error) => {
      if (error?.message?.endsWith(`No handler registered for '${channel}'`)) {
        report('invoke', channel);
      }
    });
    return answer;
  }

  /** @type {Set<string>} */
  const posted = new Set();

  /**
   * The host is asked before the first message of a channel: afterwards a listener for one time is gone.
   * @param {string} channel
   * @param {unknown} message
   * @param {MessagePort[]} [ports]
   */
  function post(channel, message, ports) {
    if (!posted.has(check(channel)) && posted.size < MAX_POSTED) {
      posted.add(channel);
      report('postMessage', channel);
    }
    ipcRenderer.postMessage(channel, message, ...(ports === undefined ? [] : [ports]));
  }

  window.addEventListener('message', (event) => {
    const { data, ports } = event;
    if (event.source === window && data?.type === PORT_TO_MAIN) {
      post(data.channel, data.message, [...ports]);
    }
  });

  /** A word of .NET goes back to it, with what the page is, and so does the word that it answers with. @param {unknown} word */
  async function answerHello(word) {
    const [navigation] = performance.getEntriesByType('navigation');
    const status = /** @type {PerformanceNavigationTiming | undefined} */ (navigation)?.responseStatus ?? 0;
    const { electron, chrome } = process.versions;
    ipcRenderer.send(HELLO, await ipcRenderer.invoke(HELLO, word, status, electron, chrome));
  }
  // A package that is verified gives its windows this argument. If .NET goes away meanwhile, the answer is not awaited.
  if (process.argv.includes('--ipcapp-hello')) {
    ipcRenderer.on(HELLO, (_event, word) => void answerHello(word).catch(() => {}));
  }

  const api = {
    /** @param {string} channel @param {unknown[]} args */
    invoke: async (channel, ...args) => invoke(channel, args),
    /** @param {string} channel @param {unknown[]} args */
    send: (channel, ...args) => ipcRenderer.send(check(channel), ...args),
    /** @param {string} channel @param {unknown[]} args */
    sendSync: (channel, ...args) => ipcRenderer.sendSync(check(channel), ...args),
    /** @param {string} channel @param {unknown} message */
    postMessage: (channel, message) => post(channel, message),
    /** @param {string} channel @param {Registration['listener']} listener */
    on: (channel, listener) => add(channel, listener, false),
    /** @param {string} channel @param {Registration['listener']} listener */
    once: (channel, listener) => add(channel, listener, true),
    /** @param {string} channel @param {Registration['listener']} listener */
    off: (channel, listener) => {
      check(channel);
      checkListener(listener);
      const id = idOf(listener);
      remove(channel, registrations.get(channel)?.findLast((each) => each.id === id));
    },
    /** @param {File} file */
    getPathForFile: (file) => webUtils.getPathForFile(file),
  };
  if (isIsolated) {
    contextBridge.exposeInMainWorld('ipc', api);
  } else {
    Object.defineProperty(window, 'ipc', { value: Object.freeze(api), enumerable: true });
  }
})();
