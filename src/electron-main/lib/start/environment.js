'use strict';

const { SetupError } = require('./setup-error');

const HANDSHAKE_MS = 15_000;

/**
 * @typedef {object} Rendezvous
 * @property {string} directory Where the bridge's socket and secret live.
 * @property {number} handshakeMs How long .NET may take to connect.
 * @property {boolean} [isPatient] This process is not there for .NET alone: if none comes, that is said, and awaited on.
 * @property {() => void} [withdraw] To be called when .NET has connected: it has found the place.
 * @property {import('./packaged-main-process').PackagedMainProcess} [packaged] The .NET to start, where it does not run yet.
 */

/**
 * Takes what .NET left in the environment. The variables are deleted at once: Electron copies its environment into every preload, and
 * child processes inherit it.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Rendezvous}
 * @throws {SetupError}
 */
function takeRendezvous(env) {
  const { IPCAPP_DIR: directory, IPCAPP_HANDSHAKE_MS: configured } = env;
  delete env.IPCAPP_DIR;
  delete env.IPCAPP_HANDSHAKE_MS;
  if (!directory) {
    throw new SetupError('start the app with `dotnet run --project MainProcess`');
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

module.exports = { takeRendezvous };
