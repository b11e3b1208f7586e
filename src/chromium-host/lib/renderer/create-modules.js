'use strict';

/**
 * What a sandboxed preload may `require`, and its `process`. Runs in the page, as text.
 * @param {object} options
 * @param {any} options.config
 * @param {any} options.EventEmitter
 * @param {any} options.ipcRenderer
 * @param {any} options.contextBridge
 * @param {(question: string) => any} options.ask
 */
module.exports = function createModules({ config, EventEmitter, ipcRenderer, contextBridge, ask }) {
  const timers = {
    setTimeout: window.setTimeout.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
    setInterval: window.setInterval.bind(window),
    clearInterval: window.clearInterval.bind(window),
    setImmediate: (/** @type {Function} */ run, /** @type {unknown[]} */ ...args) => window.setTimeout(run, 0, ...args),
    clearImmediate: window.clearTimeout.bind(window),
  };

  const webFrame = {
    get routingId() {
      return ask('document').routingId;
    },
    get frameToken() {
      return ask('document').frameToken;
    },
    getZoomFactor: () => 1,
    getZoomLevel: () => 0,
    setZoomFactor() {},
    setZoomLevel() {},
    setVisualZoomLevelLimits() {},
    /** @param {string} css */
    insertCSS(css) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return String(document.adoptedStyleSheets.push(sheet));
    },
  };

  const process = Object.assign(new EventEmitter(), config.process, {
    type: 'renderer',
    contextIsolated: config.isolated,
    isMainFrame: window === window.top,
    nextTick: (/** @type {Function} */ run, /** @type {unknown[]} */ ...args) => queueMicrotask(() => run(...args)),
    uptime: () => performance.now() / 1000,
    cwd: () => config.process.workingDirectory,
  });

  const electron = {
    ipcRenderer,
    contextBridge,
    webFrame,
    // a page cannot learn a file's path through the DevTools protocol while it waits for it
    webUtils: { getPathForFile: () => '' },
    crashReporter: { start() {}, getParameters: () => ({}) },
  };
  const url = {
    URL,
    URLSearchParams,
    fileURLToPath: (/** @type {string | URL} */ address) => decodeURIComponent(new URL(address).pathname),
    pathToFileURL: (/** @type {string} */ file) => new URL(`file://${encodeURI(file)}`),
  };
  /** @type {Record<string, unknown>} */
  const modules = { electron, 'electron/common': electron, 'electron/renderer': electron, events: EventEmitter, timers, url };

  /** @param {string} name */
  function require(name) {
    const module = modules[name.replace(/^node:/, '')];
    if (!module) throw new Error(`module not found: ${name}`);
    return module;
  }

  return { process, require, timers };
};
