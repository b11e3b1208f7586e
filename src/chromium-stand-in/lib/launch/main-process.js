'use strict';
const path = require('node:path');
const { app } = require('../app/app');
const { browser } = require('../browser/browser');
const { electronVersion } = require('../versions');

/** @param {any} target @param {string} name @param {unknown} value */
function define(target, name, value) {
  Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true });
}

/** Electron shows a dialog and lives on, unless the app has a listener of its own. @param {unknown} error */
function onUncaughtException(error) {
  if (process.listenerCount('uncaughtException') > 1) return;
  const text = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`A JavaScript error occurred in the main process\nUncaught Exception:\n${text}\n`);
}

/** Electron only warns. @param {unknown} reason */
function onUnhandledRejection(reason) {
  if (process.listenerCount('unhandledRejection') > 1) return;
  process.emitWarning(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason), 'UnhandledPromiseRejectionWarning');
}

/** Makes this Node process look like Electron's main process. @param {string} [resources] of a packaged app */
function becomeMainProcess(resources) {
  // The name of this program is there for the app's own JavaScript to tell it from Electron.
  const versions = { ...process.versions, electron: electronVersion, 'chromium-stand-in': electronVersion };
  Object.defineProperty(versions, 'chrome', { enumerable: true, get: () => browser.version });
  define(process, 'versions', versions);
  define(process, 'type', 'browser');
  define(process, 'defaultApp', resources === undefined ? true : undefined);
  define(process, 'resourcesPath', resources ?? path.join(__dirname, '..', '..', 'dist'));
  define(process, 'exit', (/** @type {number | undefined} */ code) => app.exit(code));
  process.on('uncaughtException', onUncaughtException);
  process.on('unhandledRejection', onUnhandledRejection);
}

exports.becomeMainProcess = becomeMainProcess;
