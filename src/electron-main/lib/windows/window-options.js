'use strict';

const path = require('node:path');

/**
 * A window as .NET describes it.
 * @typedef {object} WindowOptions
 * @property {number} [width]
 * @property {number} [height]
 * @property {number} [minWidth]
 * @property {number} [minHeight]
 * @property {string} [title] Until the page has one.
 * @property {boolean} [subFrames] Opens IPC to every iframe of the window.
 * @property {string[]} [allowedOrigins] Whose pages the window may show, beside the app's own.
 * @property {string} [partition]
 * @property {string} [preload] Relative to the app's folder; runs beside the default one.
 * @property {boolean} [show]
 * @property {boolean} [devTools]
 */

/**
 * @param {WindowOptions} options
 * @param {string} root
 * @param {string[]} [additionalArguments] What the preload finds at the end of `process.argv`.
 * @returns {Electron.BrowserWindowConstructorOptions}
 */
function browserWindowOptions(options, root, additionalArguments) {
  const { width, height, minWidth, minHeight, title, partition, preload } = options;
  return {
    ...present({ width, height, minWidth, minHeight, title }),
    show: false,
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: options.subFrames === true,
      devTools: options.devTools === true,
      ...present({ partition, preload: preload && path.resolve(root, preload), additionalArguments }),
    },
  };
}

/** Electron takes an undefined option for a given one. @template {object} T @param {T} options @returns {Partial<T>} */
function present(options) {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== null);
  return /** @type {Partial<T>} */ (Object.fromEntries(given));
}

module.exports = { browserWindowOptions };
