'use strict';

const { FLAG, HEADER, MAX_CHUNK } = require('./wire');
const { FrameWriter } = require('./frame-writer');
const { OutgoingMessage } = require('./outgoing-message');
const { OutgoingLane, LaneRing } = require('./outgoing-lane');

/** @typedef {'queued' | 'too-large' | 'queue-full' | 'closed'} SendResult */

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
   * @param {boolean} unlaned
   * @returns {SendResult}
   */
  add(kind, lane, id, payload, unlaned) {
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
    if (queue === undefined && total <= MAX_CHUNK && this.#writer.bytes + HEADER + total <= BATCH) {
      message.writeFrame(this.#writer);
      this.#framed++;
      return 'queued';
    }
    return this.#wait(message, queue, key);
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
      this.#turn(lane);
      if (lane.head === null) {
        this.#lanes.delete(lane.key);
      } else {
        this.#ring.push(lane);
      }
    }
    return this.#writer.bytes === 0 ? null : this.#writer.take();
  }

  /**
   * @param {OutgoingMessage} message
   * @param {OutgoingLane | undefined} lane
   * @param {string | number} key
   * @returns {SendResult}
   */
  #wait(message, lane, key) {
    const cost = message.total + MESSAGE_COST;
    const limits = this.#limits;
    if (!isNeverRefused(message, key) && (this.#waitingBytes + cost > limits.maxQueuedBytes
      || (lane !== undefined && lane.bytes + cost > limits.maxQueuedBytesPerLane)
      || (message.isLarge && this.#waitingLarge === limits.maxPartialMessages))) {
      return 'queue-full';
    }
    if (lane === undefined) {
      lane = new OutgoingLane(key);
      this.#lanes.set(key, lane);
      this.#ring.push(lane);
    }
    lane.push(message, cost);
    this.#count(message, 1);
    return 'queued';
  }

  /**
   * One lane's turn: a frame, or several small ones up to what a write is filled up to.
   * @param {OutgoingLane} lane
   */
  #turn(lane) {
    const until = Math.min(BATCH, this.#writer.bytes + BATCH / 4);
    do {
      const message = /** @type {OutgoingMessage} */ (lane.head);
      if (message.writeFrame(this.#writer)) {
        lane.shift(message.total + MESSAGE_COST);
        this.#count(message, -1);
      }
    } while (lane.head !== null && !lane.head.isLarge && this.#writer.bytes < until);
  }

  /** @param {OutgoingMessage} message @param {1 | -1} change */
  #count(message, change) {
    this.#waiting += change;
    this.#waitingBytes += change * (message.total + MESSAGE_COST);
    this.#waitingLarge += message.isLarge ? change : 0;
  }
}

/** They are few, and the other side waits for each of them. @param {OutgoingMessage} message @param {string | number} key */
function isNeverRefused(message, key) {
  return message.total < SMALL && (key === CONTROL_LANE || key === UNLANED);
}

exports.Outbox = Outbox;
