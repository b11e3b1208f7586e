'use strict';

const net = require('node:net');
const fs = require('node:fs');
const { addressOf } = require('./address');
const { AcceptAttempt, refuse } = require('./accept-attempt');
const { BridgeAddressError, BridgeError } = require('./errors');
const { Connection } = require('./connection');
const { checkDirectory } = require('./directory');
const { isAlive } = require('./is-alive');
const { completeOptions } = require('./options');
const { SecretFile } = require('./secret');

/** Connections that may wait to be greeted while nothing is being accepted: a restarted main process can be faster than its host. */
const MAX_EARLY = 16;

/** The host's end: one connection at a time. */
class Listener {
  #server;
  #options;
  #secretFile;
  /** @type {AcceptAttempt | null} */
  #attempt = null;
  /** @type {Connection | null} */
  #active = null;
  /** @type {import('node:net').Socket[]} */
  #early = [];

  /**
   * @param {net.Server} server
   * @param {string} directory
   * @param {import('./options').BridgeOptions} options
   */
  constructor(server, directory, options) {
    this.#server = server;
    this.#options = options;
    this.#secretFile = new SecretFile(directory);
    server.on('connection', (socket) => this.#arrive(socket));
  }

  /**
   * Waits for the main process, with a new secret.
   * @param {{ handshakeTimeout?: number }} [options]
   * @returns {Promise<Connection>} It reads nothing before its `start`.
   * @throws {import('./errors').BridgeHandshakeError} No connection proved in time that it knows the secret. The listener stays open.
   */
  async accept(options) {
    if (this.#active !== null || this.#attempt !== null || !this.#server.listening) {
      throw new BridgeError(`The bridge's listener ${this.#server.listening ? 'has or awaits a connection already' : 'is closed'}.`);
    }
    const attempt = new AcceptAttempt(this.#secretFile, completeOptions({ ...this.#options, ...options }));
    this.#attempt = attempt;
    this.#early.splice(0).forEach((socket) => attempt.greet(socket));
    try {
      const { socket, peer } = await attempt.winner;
      const connection = new Connection(socket, this.#options, peer);
      this.#active = connection;
      connection.closed.then(() => { this.#active = null; });
      return connection;
    } finally {
      this.#attempt = null;
    }
  }

  /** Listens no more. A connection that is up stays. */
  close() {
    this.#attempt?.cancel(new BridgeError('The bridge\'s listener was closed.'));
    this.#early.splice(0).forEach((socket) => refuse(socket, 'The host is going away.'));
    this.#server.close();
  }

  /** @param {import('node:net').Socket} socket */
  #arrive(socket) {
    // Without a listener an error of a connection that is refused or waits would end the process.
    socket.on('error', () => {});
    if (this.#attempt !== null) {
      this.#attempt.greet(socket);
    } else if (this.#active !== null) {
      refuse(socket, 'The bridge is in use already.');
    } else {
      this.#early.push(socket);
      this.#early.splice(0, this.#early.length - MAX_EARLY).forEach((oldest) => refuse(oldest, 'Too many connections wait.'));
    }
  }
}

/**
 * Listens at the meeting place of a private directory.
 * @param {string} directory
 * @param {Partial<import('./options').BridgeOptions>} [options]
 * @returns {Promise<Listener>}
 * @throws {BridgeAddressError} The directory is not private, its path is too long, or another process listens there already.
 */
async function listen(directory, options) {
  const complete = completeOptions(options);
  checkDirectory(directory);
  const address = addressOf(directory);
  const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true });
  const listener = new Listener(server, directory, complete);
  try {
    await open(server, address);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') {
      throw new BridgeAddressError(`The bridge cannot listen at '${address}': ${/** @type {Error} */ (error).message}.`, { cause: error });
    }
    if (await isAlive(address)) {
      throw new BridgeAddressError(
        `Another host listens at '${address}' already. Close that app, or use another directory.`, { cause: error });
    }
    fs.rmSync(address, { force: true });
    await open(server, address);
  }
  return listener;
}

/** @param {net.Server} server @param {string} address @returns {Promise<void>} */
function open(server, address) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => { server.off('error', reject); resolve(); });
  });
}

exports.listen = listen;
exports.Listener = Listener;
