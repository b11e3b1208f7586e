'use strict';

/** @typedef {import('./outgoing-message').OutgoingMessage} OutgoingMessage */

/** The messages that wait in one lane, oldest first. */
class OutgoingLane {
  /** @type {OutgoingMessage | null} */
  head = null;
  /** @type {OutgoingMessage | null} */
  #tail = null;
  /** @type {OutgoingLane | null} The lane whose turn comes after this one's. */
  next = null;
  bytes = 0;

  /** @param {string | number} key */
  constructor(key) {
    this.key = key;
  }

  /** @param {OutgoingMessage} message @param {number} cost */
  push(message, cost) {
    this.bytes += cost;
    if (this.#tail === null) {
      this.head = message;
    } else {
      this.#tail.next = message;
    }
    this.#tail = message;
  }

  /** @param {number} cost */
  shift(cost) {
    this.bytes -= cost;
    this.head = /** @type {OutgoingMessage} */ (this.head).next;
    if (this.head === null) {
      this.#tail = null;
    }
  }
}

/** The lanes that have something to send, in the order of their turns. */
class LaneRing {
  /** @type {OutgoingLane | null} */
  #head = null;
  /** @type {OutgoingLane | null} */
  #tail = null;

  /** @param {OutgoingLane} lane */
  push(lane) {
    lane.next = null;
    if (this.#tail === null) {
      this.#head = lane;
    } else {
      this.#tail.next = lane;
    }
    this.#tail = lane;
  }

  shift() {
    const lane = this.#head;
    if (lane !== null) {
      this.#head = lane.next;
      if (this.#head === null) {
        this.#tail = null;
      }
    }
    return lane;
  }
}

exports.OutgoingLane = OutgoingLane;
exports.LaneRing = LaneRing;
