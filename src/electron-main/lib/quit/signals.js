'use strict';

const { app } = require('electron');

/** The signals that end an app. Electron handles the same ones, by `app.quit`. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Calls back for each signal that ends an app, in place of Electron's own handling, which would ask windows and pages.
 * @param {() => void} listener
 */
function watchSignals(listener) {
  for (const signal of SIGNALS) {
    process.on(signal, listener);
  }
  app.whenReady().then(() => SIGNALS.forEach(takeBack));
}

/**
 * Lets Node handle a signal again. Before `ready` Electron puts a handler of its own in the place of Node's. Node installs its handler only
 * for the first listener of a signal, so all listeners, those of the app's JavaScript too, are removed and added again in their order.
 * @param {typeof SIGNALS[number]} signal
 */
function takeBack(signal) {
  const listeners = process.rawListeners(signal); // those of `once` stay in their wrappers, which still remove themselves
  process.removeAllListeners(signal);
  for (const listener of listeners) {
    process.on(signal, /** @type {NodeJS.SignalsListener} */ (listener));
  }
}

exports.watchSignals = watchSignals;
