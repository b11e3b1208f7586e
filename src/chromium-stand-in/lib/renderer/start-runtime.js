'use strict';

/**
 * What a page's preload scripts run on. Runs in the page, as text, before any other script of the document.
 * @param {object} config
 * @param {string} config.nonce
 * @param {string} config.binding
 * @param {string} config.receiver
 * @param {string} config.runtime
 * @param {string} config.syncOrigin
 * @param {boolean} config.isolated
 * @param {boolean} config.subFrames
 * @param {Record<string, unknown>} config.process
 * @param {Record<string, import('../absent/create-absent').DeclaredModule>} config.modules
 * @param {Record<string, import('../absent/create-absent').DeclaredType>} config.types
 * @param {any} parts the factories of the files beside this one
 */
module.exports = function startRuntime(config, parts) {
  const scope = /** @type {any} */ (globalThis);
  const sendText = scope[config.binding];
  const runsHere = config.subFrames || window === window.top;
  // an error page is out of the DevTools protocol's reach; a same-origin document may inherit the window of the empty one before it
  if (!runsHere || location.protocol === 'chrome-error:' || scope[config.runtime] || typeof sendText !== 'function') return;
  if (!config.isolated) delete scope[config.binding];

  const { codec, kinds, messageText } = parts.createPageCodec(parts);
  let reportedName = window.name;
  /** No event of the DevTools protocol tells of a frame that is renamed, so its next message does. @param {unknown[]} message */
  function post(message) {
    const texts = [messageText.write(message)];
    if (window.name !== reportedName) {
      reportedName = window.name;
      texts.unshift(messageText.write(['n', reportedName]));
    }
    for (const text of texts) for (const part of messageText.cut(text)) sendText(part);
  }
  const join = messageText.createJoiner();
  const blockingCall = parts.createBlockingCall({ syncOrigin: config.syncOrigin, secret: config.nonce, messageText });
  const EventEmitter = parts.createEmitter();
  const { MessageTooLargeError } = messageText;
  const ports = parts.createPorts({ codec, post, MessageTooLargeError, kinds });
  const { ipcRenderer, askLater, receive } = parts.createIpcRenderer({ EventEmitter, codec, ports, post, blockingCall, MessageTooLargeError });

  /** @param {string} question @param {unknown} [details] */
  const ask = (question, details) =>
    codec.decode(JSON.parse(blockingCall((/** @type {string} */ id) => post(['q', id, question, details]))));

  const bridge =
    config.isolated &&
    parts.createWorldBridge({
      nonce: config.nonce,
      side: 'isolated',
      parts,
      answer: (/** @type {any[]} */ [question, details], /** @type {ReturnType<typeof import('./create-marshal')>} */ marshal) =>
        question === 'permission' ? marshal.pack(askLater(question, details)) : ask(question, details),
    });
  const contextBridge = parts.createContextBridge(bridge);
  const absent = parts.createAbsent(config.types);
  const timers = parts.createTimers();
  const Buffer = parts.createBuffer(parts.createEncodings(parts));
  const process = parts.createProcess({ config, EventEmitter, ask, errorFor: absent.errorFor });
  const require = parts.createModules({ config, EventEmitter, ipcRenderer, contextBridge, timers, Buffer, ask, absent, parts });

  /** @type {(() => void)[] | null} null once the document element is there */
  let held = [];
  /** Electron runs preloads, and delivers messages, once there is a document element (S91). @param {() => void} run */
  function whenDocumentElement(run) {
    if (held) held.push(run);
    else run();
  }
  function release() {
    const runs = held ?? [];
    held = null;
    for (const run of runs) run();
  }
  if (document.documentElement) held = null;
  else {
    const observer = new MutationObserver(() => {
      if (!document.documentElement) return;
      observer.disconnect();
      release();
    });
    observer.observe(document, { childList: true });
  }

  for (const type of ['focus', 'blur']) addEventListener(type, (event) => event.target === window && post(['f', type === 'focus']));
  if (document.hasFocus()) post(['f', true]);

  /** @param {any} value */
  const isError = (value) => typeof value === 'object' && value !== null && kinds.kindOf(value) === 'error';

  const hidden = { enumerable: false, configurable: false, writable: false };
  Object.defineProperty(scope, config.receiver, {
    ...hidden,
    value(/** @type {string} */ part) {
      const text = join(part);
      if (text !== null) whenDocumentElement(() => JSON.parse(text).forEach(receive));
    },
  });
  Object.defineProperty(scope, config.runtime, {
    ...hidden,
    /** @param {string | null} file null after the last one @param {(...args: any[]) => void} preload */
    value: (file, preload) => whenDocumentElement(() => (file === null ? preloaded() : run(file, preload))),
  });

  /** @param {string} file @param {(...args: any[]) => void} preload */
  function run(file, preload) {
    const module = { exports: {} };
    try {
      preload(require, process, module.exports, module, Buffer, scope, timers.setImmediate, timers.clearImmediate);
    } catch (error) {
      console.error(`Unable to load preload script: ${file}`);
      console.error(error);
      post(['e', file, codec.encode(isError(error) ? error : new Error(String(error)))]);
    }
  }

  /** A listener that throws is an uncaught error of the page. @param {string} stage */
  function tell(stage) {
    try {
      process.emit(stage);
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
  }

  function preloaded() {
    document.addEventListener('DOMContentLoaded', () => tell('document-end'), { once: true });
    // the document goes after its own listeners of these events have run
    addEventListener('pagehide', () => addEventListener('unload', () => tell('exit'), { once: true }), { once: true });
    tell('loaded');
    tell('document-start');
  }

  if (config.isolated) return;
  parts.guardWindowOpen((/** @type {unknown} */ details) => ask('window-open', details));
  parts.guardPermissions((/** @type {unknown[]} */ ...details) => askLater('permission', details));
};
