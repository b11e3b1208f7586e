'use strict';

/** @typedef {import('./outgoing-message').OutgoingMessage} OutgoingMessage */

/**
 * The place that a message of one lane has in another: both lanes stop there until the message has been written. All places of a message are
 * taken at once, so lanes never wait for each other in a circle.
 */
class Fence {
  /** @type {OutgoingMessage | Fence | null} The next entry of the lane. */
  next = null;
  isLarge = false;
  /** @type {OutgoingLane | null} The lane that it holds up; null until all entries before it have gone. */
  lane = null;
  /** @type {OutgoingLane | null} The lane of the message, while that waits. */
  #waiting = null;

  /**
   * All entries before it have gone.
   * @param {OutgoingLane} lane
   * @returns {OutgoingLane | null} The lane that can go on; null if none waits yet.
   */
  reach(lane) {
    this.lane = lane;
    return this.#waiting;
  }

  /** Whether the message can be written; if not, its lane waits until this is reached. @param {OutgoingLane} lane */
  letsPass(lane) {
    this.#waiting = lane;
    return this.lane !== null;
  }
}

/** The messages that wait in one lane, oldest first, and the places of messages of other lanes. */
class OutgoingLane {
  /** @type {OutgoingMessage | Fence | null} */
  head = null;
  /** @type {OutgoingMessage | Fence | null} */
  #tail = null;
  /** @type {OutgoingLane | null} The lane whose turn comes after this one's. */
  next = null;
  bytes = 0;

  /** @param {string | number} key */
  constructor(key) {
    this.key = key;
  }

  /** @param {OutgoingMessage | Fence} entry @param {number} cost */
  push(entry, cost) {
    this.bytes += cost;
    if (this.#tail === null) {
      this.head = entry;
    } else {
      this.#tail.next = entry;
    }
    this.#tail = entry;
  }

  /** @param {number} cost */
  shift(cost) {
    this.bytes -= cost;
    this.head = /** @type {OutgoingMessage | Fence} */ (this.head).next;
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

exports.Fence = Fence;
exports.OutgoingLane = OutgoingLane;
exports.LaneRing = LaneRing;
