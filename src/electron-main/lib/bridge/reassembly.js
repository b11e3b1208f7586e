'use strict';

const { FLAG, ALL_FLAGS, FIRST_OWN_KIND, LENGTH_FIELD, HEADER, MAX_FRAME, TOTAL_FIELD } = require('./wire');
const { BridgeProtocolError } = require('./errors');
const { PartialMessage } = require('./partial-message');

/**
 * @typedef {{ length: number, kind: number, flags: number, reserved: number, lane: number, id: number }} FrameHeader
 *   `length` is the number of bytes after the header.
 */

const COMPLETE = FLAG.first | FLAG.last;

/** @param {Buffer} bytes @param {number} at @returns {FrameHeader} */
function readHeader(bytes, at) {
  return {
    length: bytes.readUInt32LE(at) - (HEADER - LENGTH_FIELD),
    kind: /** @type {number} */ (bytes[at + 4]),
    flags: /** @type {number} */ (bytes[at + 5]),
    reserved: bytes.readUInt16LE(at + 6),
    lane: bytes.readUInt32LE(at + 8),
    id: bytes.readUInt32LE(at + 12)
  };
}

/** @param {FrameHeader} header */
function isComplete(header) {
  return (header.flags & COMPLETE) === COMPLETE;
}

/** The rules for the sequence of frames, and the messages that are under way. */
class Reassembly {
  /** @type {Map<string | number, PartialMessage>} */
  #partial = new Map();
  #partialBytes = 0;
  #limits;

  /** @param {import('./options').BridgeOptions} limits */
  constructor(limits) {
    this.#limits = limits;
  }

  /**
   * Refuses a frame for what its header alone says.
   * @param {FrameHeader} header
   */
  check(header) {
    const { length, kind, flags, reserved, lane, id } = header;
    if (length < 0 || length > MAX_FRAME - HEADER) {
      throw new BridgeProtocolError(`A frame announces ${length + HEADER} bytes; ${HEADER} to ${MAX_FRAME} are possible.`);
    }
    if ((flags & ~ALL_FLAGS) !== 0 || reserved !== 0) {
      throw new BridgeProtocolError(`A frame has unknown flags (flags ${flags}, reserved ${reserved}).`);
    }
    if (kind >= FIRST_OWN_KIND && (flags !== COMPLETE || lane !== 0 || id !== 0)) {
      throw new BridgeProtocolError(`A frame of kind ${kind} must be complete in itself, in lane 0 and with id 0.`);
    }
    if (!isComplete(header)) {
      this.#checkChunk(header);
    } else if (length > this.#limits.maxMessageBytes) {
      throw new BridgeProtocolError(this.#tooLarge(length));
    } else if ((flags & FLAG.unlaned) === 0 && this.#partial.has(lane)) {
      throw new BridgeProtocolError(`A message begins in lane ${lane} before the one before it has ended.`);
    }
  }

  /**
   * The message that a first chunk opens; its payload begins with the total.
   * @param {FrameHeader} header
   * @param {number} total
   */
  open(header, total) {
    const chunk = header.length - TOTAL_FIELD;
    if (total > this.#limits.maxMessageBytes) {
      throw new BridgeProtocolError(this.#tooLarge(total));
    }
    if (total <= chunk) {
      throw new BridgeProtocolError(`A message of ${total} bytes begins with a chunk of ${chunk} and yet goes on.`);
    }
    if (this.#partial.size >= this.#limits.maxPartialMessages) {
      throw new BridgeProtocolError(`More than ${this.#limits.maxPartialMessages} messages are under way at once.`);
    }
    const message = new PartialMessage(header.kind, header.id, total);
    this.#partial.set(this.#key(header), message);
    this.#reserve(message, chunk);
    return message;
  }

  /**
   * The message that a later chunk belongs to.
   * @param {FrameHeader} header
   */
  resume(header) {
    const message = /** @type {PartialMessage} */ (this.#partial.get(this.#key(header)));
    this.#reserve(message, header.length);
    return message;
  }

  /**
   * Counts a chunk that has come completely. Returns whether the message is complete.
   * @param {FrameHeader} header
   * @param {PartialMessage} message
   */
  arrived(header, message) {
    if ((header.flags & FLAG.last) === 0) {
      return false;
    }
    this.#partial.delete(this.#key(header));
    this.#partialBytes -= message.total;
    return true;
  }

  /** @param {FrameHeader} header */
  #checkChunk(header) {
    const { length, kind, flags, lane, id } = header;
    const message = this.#partial.get(this.#key(header));
    if ((flags & FLAG.first) !== 0) {
      if (message !== undefined) {
        throw new BridgeProtocolError(`A message begins in lane ${lane} before the one before it has ended.`);
      }
      if (length <= TOTAL_FIELD) {
        throw new BridgeProtocolError('The first chunk of a message has no bytes.');
      }
      return;
    }
    if (message === undefined) {
      throw new BridgeProtocolError(`A chunk in lane ${lane} belongs to no message.`);
    }
    if (message.kind !== kind || message.id !== id) {
      throw new BridgeProtocolError(`A chunk in lane ${lane} has another kind or id than the message it continues.`);
    }
    const after = message.received + length;
    if (length === 0 || after > message.total || (after === message.total) !== ((flags & FLAG.last) !== 0)) {
      throw new BridgeProtocolError(`The chunks in lane ${lane} do not add up to the ${message.total} bytes announced.`);
    }
  }

  /** @param {PartialMessage} message @param {number} length */
  #reserve(message, length) {
    this.#partialBytes += length;
    if (this.#partialBytes > this.#limits.maxPartialBytes) {
      throw new BridgeProtocolError(`More than ${this.#limits.maxPartialBytes} bytes of incomplete messages are under way.`);
    }
    message.reserve(length);
  }

  /** An unlaned message is its own lane. @param {FrameHeader} header */
  #key({ kind, flags, lane, id }) {
    return (flags & FLAG.unlaned) === 0 ? lane : `${kind}/${lane}/${id}`;
  }

  /** @param {number} bytes */
  #tooLarge(bytes) {
    return `A message of ${bytes} bytes is over the limit of ${this.#limits.maxMessageBytes} (maxMessageBytes).`;
  }
}

exports.Reassembly = Reassembly;
exports.readHeader = readHeader;
exports.isComplete = isComplete;
