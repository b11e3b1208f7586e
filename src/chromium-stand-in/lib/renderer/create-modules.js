'use strict';

/**
 * What a sandboxed preload may `require`. Runs in the page, as text.
 * @param {object} options
 * @param {any} options.config
 * @param {any} options.EventEmitter
 * @param {any} options.ipcRenderer
 * @param {any} options.contextBridge
 * @param {any} options.timers
 * @param {any} options.Buffer
 * @param {(question: string) => any} options.ask
 * @param {ReturnType<typeof import('../absent/create-absent')>} options.absent
 * @param {any} options.parts the factories of the files beside this one
 */
module.exports = function createModules({ config, EventEmitter, ipcRenderer, contextBridge, timers, Buffer, ask, absent, parts }) {
  /** @type {Map<string, string>} */
  const crashParameters = new Map();

  const electron = {
    contextBridge,
    crashReporter: {
      /** @param {string} key @param {string} value */
      addExtraParameter: (key, value) => void crashParameters.set(String(key), String(value)),
      /** @param {string} key */
      removeExtraParameter: (key) => void crashParameters.delete(String(key)),
      getParameters: () => Object.fromEntries(crashParameters),
    },
    ipcRenderer,
    nativeImage: parts.createNativeImage({ Buffer, absent, readFile: () => undefined }), // the sandbox has no files
    webFrame: parts.createWebFrame({ EventEmitter, ask }),
    // a page cannot learn a file's path through the DevTools protocol while it waits for it
    webUtils: { getPathForFile: () => '' },
  };
  absent.completeModules(electron, config.modules, EventEmitter);
  const url = parts.createUrl();
  /** @type {Record<string, unknown>} */
  const modules = { electron, 'electron/common': electron, 'electron/renderer': electron, events: EventEmitter, timers, url };

  /** @param {string} name */
  return function require(name) {
    const module = modules[name.replace(/^node:/, '')];
    if (!module) throw new Error(`module not found: ${name}`);
    return module;
  };
};
