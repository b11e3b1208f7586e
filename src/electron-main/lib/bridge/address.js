'use strict';

const { createHash } = require('node:crypto');
const path = require('node:path');
const { BridgeAddressError } = require('./errors');

const SOCKET_NAME = 'bridge.sock';

/**
 * Where the host listens: a socket in the directory, or on Windows a pipe named after it.
 * @param {string} directory
 * @param {NodeJS.Platform} [platform]
 */
function addressOf(directory, platform = process.platform) {
  return platform === 'win32' ? pipeName(path.win32.resolve(directory)) : socketPath(path.resolve(directory), platform);
}

/** @param {string} fullPath */
function pipeName(fullPath) {
  return `\\\\.\\pipe\\ipcapp-${createHash('sha256').update(fullPath).digest('hex').slice(0, 32)}`;
}

/** Node cuts a path that is too long and listens elsewhere, without a word. @param {string} fullPath @param {NodeJS.Platform} platform */
function socketPath(fullPath, platform) {
  const address = path.join(fullPath, SOCKET_NAME);
  const most = (platform === 'darwin' ? 104 : 108) - 1;
  const length = Buffer.byteLength(address);
  if (length > most) {
    throw new BridgeAddressError(`The path of the bridge's socket, '${address}', is ${length} bytes long; this system allows ${most}. `
      + 'Use a directory with a shorter path: set XDG_RUNTIME_DIR or TMPDIR to one.');
  }
  return address;
}

module.exports = { addressOf };
