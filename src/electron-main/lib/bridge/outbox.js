'use strict';

const { FLAG, HEADER, MAX_CHUNK } = require('./wire');
const { FrameWriter } = require('./frame-writer');
const { OutgoingMessage } = require('./outgoing-message');
const { Fence, OutgoingLane, LaneRing } = require('./outgoing-lane');

/**
 * @typedef {'queued' | 'too-large' | 'queue-full' | 'closed'} SendResult
 *
 * @typedef {object} SendOptions
 * @property {boolean} [unlaned] An unlaned message is ordered against nothing.
 * @property {number} [alsoIn] A second lane in which the message has its place: it arrives after what was sent there before, and before what
 *   is sent there afterwards. Not for unlaned messages.
 */

/** Small messages are framed at once, up to this much; it is also what one write is filled up to. */
const BATCH = 64 * 1024;
/** What a waiting message costs beside its bytes. */
const MESSAGE_COST = 64;
/** What is smaller is never refused on the lane of control messages and among the unlaned. */
const SMALL = 16 * 1024;
/** The lane of control messages. */
const CONTROL_LANE = 0;
/** The lane of unlaned messages that fit one frame: ordered against nothing, so they may as well share one. */
const UNLANED = 'unlaned';

/** What waits to be written: small messages already framed, all others by lane, lanes taking turns. */
class Outbox {
  #limits;
  #writer = new FrameWriter();
  /** @type {Map<string | number, OutgoingLane>} */
  #lanes = new Map();
  #ring = new LaneRing();
  #framed = 0;
  #waiting = 0;
  #waitingBytes = 0;
  #waitingLarge = 0;

  /** @param {import('./options').BridgeOptions} limits What this side allows and the other one takes, whichever is less. */
  constructor(limits) {
    this.#limits = limits;
  }

  get isEmpty() {
    return this.#writer.bytes === 0 && this.#waiting === 0;
  }

  /** Messages of which not everything has been taken. */
  get count() {
    return this.#framed + this.#waiting;
  }

  /**
   * @param {number} kind
   * @param {number} lane
   * @param {number} id
   * @param {Buffer | Buffer[]} payload
   * @param {SendOptions} [options]
   * @returns {SendResult}
   */
  add(kind, lane, id, payload, { unlaned = false, alsoIn = lane } = {}) {
    const pieces = Array.isArray(payload) ? payload : [payload];
    let total = 0;
    for (const piece of pieces) {
      total += piece.length;
    }
    if (total > this.#limits.maxMessageBytes) {
      return 'too-large';
    }
    const message = new OutgoingMessage(kind, lane, id, pieces, total, unlaned ? FLAG.unlaned : 0);
    const key = !unlaned ? lane : message.isLarge ? `${kind}/${lane}/${id}` : UNLANED;
    const queue = this.#lanes.get(key);
    const isFree = queue === undefined && (alsoIn === lane || !this.#lanes.has(alsoIn));
    if (isFree && total <= MAX_CHUNK && this.#writer.bytes + HEADER + total <= BATCH) {
      message.writeFrame(this.#writer);
      this.#framed++;
      return 'queued';
    }
    return this.#wait(message, key, alsoIn);
  }

  /**
   * Why a message was refused just now, with the limit.
   * @param {'too-large' | 'queue-full'} result
   * @param {number} lane
   * @param {number} total Bytes of the message.
   */
  explain(result, lane, total) {
    const { maxMessageBytes, maxQueuedBytes, maxQueuedBytesPerLane, maxPartialMessages } = this.#limits;
    if (result === 'too-large') {
      return `the message has ${total} bytes, more than the ${maxMessageBytes} that the bridge takes in one message`;
    }
    const cost = total + MESSAGE_COST;
    const inLane = this.#lanes.get(lane)?.bytes ?? 0;
    if (this.#waitingBytes + cost > maxQueuedBytes) {
      return `${this.#waitingBytes} bytes wait, and the bridge lets ${maxQueuedBytes} wait in all`;
    }
    if (inLane > 0 && inLane + cost > maxQueuedBytesPerLane) {
      return `${inLane} bytes of the same frame or port wait, and the bridge lets ${maxQueuedBytesPerLane} of one wait`;
    }
    return `${this.#waitingLarge} messages of more than ${MAX_CHUNK} bytes wait, and the bridge lets ${maxPartialMessages} of them wait`;
  }

  /**
   * The buffers of the next write, or null if there is nothing. What has been taken no longer counts.
   * @returns {Buffer[] | null}
   */
  take() {
    this.#framed = 0;
    let lane;
    while (this.#writer.bytes < BATCH && (lane = this.#ring.shift()) !== null) {
      if (this.#turn(lane)) {
        this.#goOn(lane);
      }
    }
    return this.#writer.bytes === 0 ? null : this.#writer.take();
  }

  /**
   * @param {OutgoingMessage} message
   * @param {string | number} key
   * @param {number} alsoIn
   * @returns {SendResult}
   */
  #wait(message, key, alsoIn) {
    const isControl = key === CONTROL_LANE || alsoIn === CONTROL_LANE;
    const lane = this.#lanes.get(key);
    const cost = message.total + MESSAGE_COST;
    const limits = this.#limits;
    if (!isNeverRefused(message, isControl || key === UNLANED) && (this.#waitingBytes + cost > limits.maxQueuedBytes
      || (lane !== undefined && lane.bytes > 0 && lane.bytes + cost > limits.maxQueuedBytesPerLane)
      || (message.isLarge && this.#waitingLarge === limits.maxPartialMessages))) {
      return 'queue-full';
    }
    this.#openLane(key).push(message, cost);
    if (typeof key === 'number' && alsoIn !== key) {
      message.fence = new Fence();
      this.#openLane(alsoIn).push(message.fence, 0);
    }
    this.#count(message, 1);
    return 'queued';
  }

  /** @param {string | number} key */
  #openLane(key) {
    let lane = this.#lanes.get(key);
    if (lane === undefined) {
      lane = new OutgoingLane(key);
      this.#lanes.set(key, lane);
      this.#ring.push(lane);
    }
    return lane;
  }

  /**
   * One lane's turn: a frame, or several small ones up to what a write is filled up to.
   * @param {OutgoingLane} lane
   * @returns {boolean} Whether the lane takes further turns. False while its first entry waits for another lane.
   */
  #turn(lane) {
    const until = Math.min(BATCH, this.#writer.bytes + BATCH / 4);
    do {
      const first = /** @type {OutgoingMessage | Fence} */ (lane.head);
      if (first instanceof Fence) {
        this.#resume(first.reach(lane));
        return false;
      }
      if (first.fence !== null && !first.fence.letsPass(lane)) {
        return false;
      }
      if (first.writeFrame(this.#writer)) {
        lane.shift(first.total + MESSAGE_COST);
        this.#count(first, -1);
        this.#remove(first.fence);
      }
    } while (lane.head !== null && !lane.head.isLarge && this.#writer.bytes < until);
    return true;
  }

  /** A lane that waited for another takes turns again. @param {OutgoingLane | null} lane */
  #resume(lane) {
    if (lane !== null) {
      this.#ring.push(lane);
    }
  }

  /** The message of a fence has been written: the other lane goes on. @param {Fence | null} fence */
  #remove(fence) {
    const lane = fence?.lane;
    if (lane) {
      lane.shift(0);
      this.#goOn(lane);
    }
  }

  /** @param {OutgoingLane} lane */
  #goOn(lane) {
    if (lane.head === null) {
      this.#lanes.delete(lane.key);
    } else {
      this.#ring.push(lane);
    }
  }

  /** @param {OutgoingMessage} message @param {1 | -1} change */
  #count(message, change) {
    this.#waiting += change;
    this.#waitingBytes += change * (message.total + MESSAGE_COST);
    this.#waitingLarge += message.isLarge ? change : 0;
  }
}

/** Control messages are few, and the other side waits for each of them. @param {OutgoingMessage} message @param {boolean} isExempt */
function isNeverRefused(message, isExempt) {
  return isExempt && message.total < SMALL;
}

exports.Outbox = Outbox;
