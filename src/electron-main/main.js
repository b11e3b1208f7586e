'use strict';

// The entry of Electron's main process: package.json of the app names this file.

const path = require('node:path');
const { app } = require('electron');
const { removeUnused } = require('./lib/bridge');
const { diagnosticsEnvironment } = require('./lib/start/child-environment');
const { removeDebuggingSwitches } = require('./lib/start/debugging-switches');
const { takeRendezvous } = require('./lib/start/environment');
const { readAppSettings } = require('./lib/start/app-settings');
const { exitWith } = require('./lib/start/give-up');
const { applyIdentity } = require('./lib/start/identity');
const { isPackaged } = require('./lib/start/is-packaged');
const { ownLaunch, readLaunch } = require('./lib/start/launch');
const { PackagedMainProcess } = require('./lib/start/packaged-main-process');
const { EXIT } = require('./lib/start/exit-codes');
const { registerSchemesAround } = require('./lib/start/schemes');
const { serveMainProcesses } = require('./lib/start/serve');
const { SetupError } = require('./lib/start/setup-error');
const { loadUserMain } = require('./lib/start/user-main');
const { verificationEnvironment } = require('./lib/start/verification');
const { endPackaged } = require('./lib/start/end-packaged');
const { Host } = require('./lib/host');

/** Everything that must happen before `ready`, in this order. */
function start() {
  if (isPackaged) {
    removeDebuggingSwitches(app.commandLine);
  }
  const given = isPackaged ? null : takeRendezvous(process.env);
  const settings = readAppSettings(path.join(__dirname, '..', 'app.json'));
  applyIdentity(settings);
  // What this one was started with is only the other instance's concern.
  if (settings.singleInstance && !app.requestSingleInstanceLock({ ...given === null ? ownLaunch() : readLaunch(given.directory) })) {
    process.exit(isPackaged ? EXIT.ok : EXIT.secondInstance); // of a package no process waits for the code
  }
  const host = new Host(settings, given?.handshakeMs ?? settings.handshakeMs);
  host.watch();
  registerSchemesAround(settings.scheme, () => loadUserMain(settings.userMain, settings.root));
  // Only now: a file that fails while it loads is a set-up error. Without these two Electron would open a dialog.
  process.on('uncaughtException', (error) => host.reportCrash('uncaughtException', error));
  process.on('unhandledRejection', (reason) => host.reportCrash('unhandledRejection', reason));
  return serveMainProcesses(host, given === null ? bringOwn(host, settings) : tidyUp(host, given));
}

/**
 * In development .NET makes the private directory and removes it, unless it was killed.
 * @param {Host} host
 * @param {import('./lib/start/environment').Rendezvous} given
 */
function tidyUp(host, given) {
  host.lifecycle.beforeExit = async (code) => {
    removeUnused(given.directory);
    return code;
  };
  process.on('exit', () => removeUnused(given.directory));
  return given;
}

/**
 * In a package Electron is started first, and starts .NET.
 * @param {Host} host
 * @param {import('./lib/start/app-settings').AppSettings} settings
 * @returns {import('./lib/start/environment').Rendezvous}
 */
function bringOwn(host, { mainProcess, handshakeMs, diagnostics }) {
  const more = { ...verificationEnvironment(app.commandLine), ...diagnosticsEnvironment(diagnostics) };
  const packaged = new PackagedMainProcess(process.resourcesPath, mainProcess, more);
  host.lifecycle.beforeExit = (code, leftMs) => endPackaged(packaged, code, leftMs, host.configuration.shutdownMs);
  return { directory: packaged.directory, handshakeMs, packaged };
}

/** @param {unknown} error */
function fail(error) {
  if (error instanceof SetupError) {
    exitWith(error.exitCode, error.message);
  } else {
    exitWith(EXIT.failed, error instanceof Error ? String(error.stack) : String(error));
  }
}

// The reader of these may be gone before this process is; a broken pipe is no reason for an uncaught exception, which would write again.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
try {
  start().catch(fail);
} catch (error) {
  fail(error);
}
