'use strict';

const { abortFrame } = require('./wire');
const { BridgeHandshakeError } = require('./errors');
const { shakeHands } = require('./handshake');

/** @typedef {import('node:net').Socket} Socket */

/**
 * The time in which the listener waits for the one peer that knows the secret. Several may be greeted at once, so that a silent
 * stranger does not stand in the way.
 */
class AcceptAttempt {
  #secretFile;
  #options;
  /** @type {Buffer[]} */
  #secrets = [];
  /** @type {Set<Socket>} */
  #candidates = new Set();
  /** @type {Error | undefined} */
  #lastRefusal;
  #isOver = false;
  #timer;
  /** @type {(winner: { socket: Socket, peer: import('./introduction').Peer }) => void} */
  #resolve = () => {};
  /** @type {(error: Error) => void} */
  #reject = () => {};

  /**
   * @param {import('./secret').SecretFile} secretFile
   * @param {import('./options').BridgeOptions} options
   */
  constructor(secretFile, options) {
    this.#secretFile = secretFile;
    this.#options = options;
    /** @type {Promise<{ socket: Socket, peer: import('./introduction').Peer }>} */
    this.winner = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#secrets = [secretFile.write()];
    this.#timer = setTimeout(() => this.#late(), options.handshakeTimeout);
  }

  /** @param {Socket} socket */
  async greet(socket) {
    this.#candidates.add(socket);
    try {
      const peer = await shakeHands(socket, () => this.#secrets, this.#options);
      this.#candidates.delete(socket);
      this.#won(socket, peer);
    } catch (error) {
      this.#candidates.delete(socket);
      this.#lost(socket, /** @type {Error} */ (error));
    }
  }

  /** @param {Error} error */
  cancel(error) {
    this.#finish(error.message);
    this.#reject(error);
  }

  /** @param {Socket} socket @param {import('./introduction').Peer} peer */
  #won(socket, peer) {
    if (this.#isOver) {
      refuse(socket, 'The bridge is in use already.');
      return;
    }
    this.#finish('The bridge is in use already.');
    this.#resolve({ socket, peer });
  }

  /** @param {Socket} socket @param {Error} error */
  #lost(socket, error) {
    refuse(socket, error.message);
    if (this.#isOver) {
      return;
    }
    this.#lastRefusal = error;
    if (!this.#secretFile.exists) {
      // A connection that failed has used it up; one that is being greeted may have read it just before.
      this.#secrets = [...(this.#candidates.size > 0 ? this.#secrets : []), this.#secretFile.write()];
    }
    this.#options.onRefused(error);
  }

  #late() {
    const cause = this.#lastRefusal;
    this.cancel(new BridgeHandshakeError(`No .NET main process has connected to the bridge within ${this.#options.handshakeTimeout} ms. `
      + (cause ? `The last one refused: ${cause.message}` : 'Look at its output for why it did not start.'), { cause }));
  }

  /** @param {string} farewell */
  #finish(farewell) {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#secretFile.remove();
    this.#secrets.forEach((secret) => secret.fill(0));
    this.#secrets = [];
    this.#candidates.forEach((socket) => refuse(socket, farewell));
  }
}

/**
 * @param {Socket} socket
 * @param {string} reason
 */
function refuse(socket, reason) {
  socket.end(abortFrame(reason), () => socket.destroy());
}

exports.AcceptAttempt = AcceptAttempt;
exports.refuse = refuse;
