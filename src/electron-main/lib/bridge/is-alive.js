'use strict';

const net = require('node:net');

/** What connecting to a socket ends with that has no listener, or that does not exist. */
const NOT_LISTENING = ['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'];

/**
 * Whether a process listens at an address; the file of a listener that was killed stays behind.
 * @param {string} address
 * @returns {Promise<boolean>}
 */
function isAlive(address) {
  return new Promise((resolve) => {
    const probe = net.connect(address, () => { probe.destroy(); resolve(true); });
    probe.on('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(!NOT_LISTENING.includes(error.code ?? '')));
  });
}

module.exports = { isAlive };
