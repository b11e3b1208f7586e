'use strict';

const { KIND, writeJson } = require('./messages');

/** A control message to .NET. @typedef {import('../notices').Notice} Notice */

/**
 * The bridge as the rest of the host sees it: there, or not there.
 * @typedef {object} Connection
 * @property {(kind: number, lane: number, id: number, payload: Buffer[], options?: SendOptions) => SendResult} send
 * @property {(result: 'too-large' | 'queue-full', lane: number, bytes: number) => string} explain Why it has just refused a message.
 * @property {(reason: string) => void} abort Ends it at once, and tells the other side why.
 * @property {() => Promise<unknown>} close Sends what is queued, then says goodbye.
 *
 * @typedef {import('./bridge/outbox').SendResult} SendResult
 * @typedef {import('./bridge/outbox').SendOptions} SendOptions
 */

/** Where messages to .NET go. The connection behind it comes and goes with the .NET process. */
class Link {
  /** @type {Connection | null} */
  #connection = null;

  get isConnected() {
    return this.#connection !== null;
  }

  /** @param {Connection | null} connection */
  use(connection) {
    this.#connection = connection;
  }

  /**
   * @param {number} kind
   * @param {number} lane
   * @param {number} id
   * @param {Buffer[]} payload
   * @param {SendOptions} [options]
   * @returns {SendResult}
   */
  send(kind, lane, id, payload, options) {
    return this.#connection === null ? 'closed' : this.#connection.send(kind, lane, id, payload, options);
  }

  /**
   * Why a message has just been refused: which limit, and how much there was.
   * @param {'too-large' | 'queue-full'} result
   * @param {number} lane
   * @param {number} bytes
   */
  explain(result, lane, bytes) {
    return this.#connection?.explain(result, lane, bytes) ?? result;
  }

  /** Says goodbye, so that .NET does not take the end for a crash. */
  async close() {
    await this.#connection?.close();
  }

  /**
   * Control messages keep their order among themselves. .NET would go on with a wrong picture of frames and windows if one were missing,
   * so the connection ends instead.
   * @param {Notice} message
   * @param {number} [frame] The number of a frame among whose messages this one has its place: what the frame sent before arrives before.
   */
  control(message, frame = 0) {
    const result = this.send(KIND.control, 0, 0, [writeJson(message)], { alsoIn: frame });
    if (result !== 'queued' && result !== 'closed') {
      const reason = `Electron's side could not send the control message '${message.type}' to the .NET main process: ${result}.`;
      process.stderr.write(`ipcapp: ${reason}\n`);
      this.#connection?.abort(reason);
    }
    return result;
  }

  /**
   * A control message that may get lost: pages can cause many of them, and big ones.
   * @param {Notice} message
   */
  report(message) {
    return this.send(KIND.control, 0, 0, [writeJson(message)]);
  }
}

exports.Link = Link;
