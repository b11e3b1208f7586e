'use strict';

const { SetupError } = require('./setup-error');

const HANDSHAKE_MS = 15_000;

/**
 * @typedef {object} Rendezvous
 * @property {string} directory Where the bridge's socket and secret live.
 * @property {number} handshakeMs How long .NET may take to connect.
 */

/**
 * Takes what .NET left in the environment. The variables are deleted at once: Electron copies its environment into every preload, and
 * child processes inherit it.
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} isPackaged A packaged host is the one that starts .NET, so there the missing directory means something else.
 * @returns {Rendezvous}
 * @throws {SetupError}
 */
function takeRendezvous(env, isPackaged) {
  const { IPCAPP_DIR: directory, IPCAPP_HANDSHAKE_MS: configured } = env;
  delete env.IPCAPP_DIR;
  delete env.IPCAPP_HANDSHAKE_MS;
  if (!directory) {
    throw new SetupError(isPackaged
      ? 'packaged apps can not be started yet: this version has no way to start their .NET main process'
      : 'start the app with `dotnet run --project MainProcess`');
  }
  return { directory, handshakeMs: readHandshakeMs(configured) };
}

/** .NET hands on its own `IpcApp:HandshakeTimeout`. @param {string | undefined} text */
function readHandshakeMs(text) {
  if (text === undefined) {
    return HANDSHAKE_MS;
  }
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new SetupError(`the environment variable IPCAPP_HANDSHAKE_MS must be a whole number of milliseconds; it is '${text}'`);
  }
  return value;
}

module.exports = { takeRendezvous, HANDSHAKE_MS };
