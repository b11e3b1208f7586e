'use strict';

/**
 * @typedef {import('../../../src/electron-main/lib/bridge/connection').Connection} Connection
 * @typedef {(payload: Buffer) => void} Settle
 */

/** Calls over a connection and hands each answer to its call. */
class Caller {
  #connection;
  #kind;
  /** @type {Map<number, Settle>} */
  #waiting = new Map();
  #last = 0;

  /**
   * @param {Connection} connection
   * @param {number} kind Of the calls.
   * @param {(kind: number, payload: Buffer) => void} onOther Takes what answers no call.
   * @param {() => void} onClose
   */
  constructor(connection, kind, onOther, onClose) {
    this.#connection = connection;
    this.#kind = kind;
    connection.start({
      onMessage: (kind, _lane, id, payload) => {
        const settle = this.#waiting.get(id);
        this.#waiting.delete(id);
        if (settle) {
          settle(payload);
        } else {
          onOther(kind, payload);
        }
      },
      onClose,
    });
  }

  /** @param {number} lane @param {Buffer} payload @returns {Promise<void>} */
  call(lane, payload) {
    return new Promise((resolve) => this.#send(lane, payload, () => resolve()));
  }

  /**
   * @template T
   * @param {number} lane
   * @param {Buffer} payload
   * @param {(answer: Buffer) => T} read The answer's bytes are valid only here.
   * @returns {Promise<T>}
   */
  ask(lane, payload, read) {
    return new Promise((resolve, reject) => this.#send(lane, payload, (answer) => {
      try {
        resolve(read(answer));
      } catch (error) {
        reject(error);
      }
    }));
  }

  /** @param {number} lane @param {Buffer} payload @param {Settle} settle */
  #send(lane, payload, settle) {
    const id = ++this.#last;
    this.#waiting.set(id, settle);
    this.#connection.send(this.#kind, lane, id, payload);
  }
}

exports.Caller = Caller;
