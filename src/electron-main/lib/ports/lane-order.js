'use strict';

/**
 * @typedef {object} Need
 * @property {number} number
 * @property {number} sent
 *
 * @typedef {object} Held
 * @property {Need[]} needs
 * @property {Buffer} payload
 * @property {(payload: Buffer) => void} carryOut
 */

/**
 * Keeps what .NET sent about ports in an order that they can bear. The bridge lets lanes overtake each other, but a port must not leave
 * before what was posted on it: a message that hands a port over waits until that has come, and everything after it on its lane with it.
 * Nothing waits for ever, since each waits for what was sent earlier only.
 */
class LaneOrder {
  #arrivedOn;
  /** @type {Map<number, Held[]>} */
  #lanes = new Map();

  /** @param {(number: number) => number} arrivedOn How many messages on a port have been carried out. */
  constructor(arrivedOn) {
    this.#arrivedOn = arrivedOn;
  }

  /**
   * Carries a message out, now or in its turn.
   * @param {number} lane
   * @param {Need[]} needs
   * @param {Buffer} payload
   * @param {(payload: Buffer) => void} carryOut must not throw
   */
  take(lane, needs, payload, carryOut) {
    const before = this.#lanes.get(lane);
    if (before === undefined && this.#areMet(needs)) {
      carryOut(payload);
    } else {
      const held = { needs, payload: Buffer.from(payload), carryOut }; // a payload is a slice of what was read, and only ours for now
      before === undefined ? this.#lanes.set(lane, [held]) : before.push(held);
    }
    this.#release();
  }

  /** The connection has ended. */
  clear() {
    this.#lanes.clear();
  }

  /** @param {Need[]} needs */
  #areMet(needs) {
    return needs.every(({ number, sent }) => this.#arrivedOn(number) >= sent);
  }

  /** One message may be what another lane waits for. */
  #release() {
    for (let isMoving = this.#lanes.size > 0; isMoving;) {
      isMoving = false;
      for (const [lane, queue] of this.#lanes) {
        while (queue[0] !== undefined && this.#areMet(queue[0].needs)) {
          const { payload, carryOut } = /** @type {Held} */ (queue.shift());
          carryOut(payload);
          isMoving = true;
        }
        if (queue.length === 0) {
          this.#lanes.delete(lane);
        }
      }
    }
  }
}

exports.LaneOrder = LaneOrder;
