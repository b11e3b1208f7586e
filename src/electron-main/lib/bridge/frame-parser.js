'use strict';

const { HEADER, TOTAL_FIELD, FLAG } = require('./wire');
const { Reassembly, readHeader, isComplete } = require('./reassembly');

/** @typedef {(kind: number, lane: number, id: number, payload: Buffer) => void} MessageListener */

/**
 * Turns a stream cut anywhere into messages. A message that lies in one chunk of the stream is handed out as a slice of it; all other
 * bytes are copied once, to their final place.
 */
class FrameParser {
  #reassembly;
  #listener;
  #head = Buffer.allocUnsafeSlow(HEADER + TOTAL_FIELD);
  #headBytes = 0;
  /** @type {import('./reassembly').FrameHeader | null} */
  #header = null;
  /** @type {import('./partial-message').PartialMessage | null} */
  #message = null;
  /** @type {Buffer | null} Where the payload of the frame under way goes. */
  #target = null;
  #at = 0;
  #missing = 0;

  /**
   * @param {import('./options').BridgeOptions} limits
   * @param {MessageListener} listener
   */
  constructor(limits, listener) {
    this.#reassembly = new Reassembly(limits);
    this.#listener = listener;
  }

  /**
   * @param {Buffer} chunk
   * @throws {import('./errors').BridgeProtocolError}
   */
  push(chunk) {
    let at = 0;
    while (at < chunk.length) {
      at = this.#target === null ? this.#begin(chunk, at) : this.#fill(chunk, at);
    }
  }

  /** @param {Buffer} chunk @param {number} at */
  #begin(chunk, at) {
    if (this.#headBytes === 0 && chunk.length - at >= HEADER) {
      const header = readHeader(chunk, at);
      const end = at + HEADER + header.length;
      if (isComplete(header) && end <= chunk.length) {
        this.#reassembly.check(header);
        this.#listener(header.kind, header.lane, header.id, chunk.subarray(at + HEADER, end));
        return end;
      }
    }
    return this.#collectHead(chunk, at);
  }

  /**
   * Collects a header, and the total that follows it in a first chunk.
   * @param {Buffer} chunk
   * @param {number} at
   */
  #collectHead(chunk, at) {
    const wanted = this.#header === null ? HEADER : HEADER + TOTAL_FIELD;
    const taken = Math.min(wanted - this.#headBytes, chunk.length - at);
    chunk.copy(this.#head, this.#headBytes, at, at + taken);
    this.#headBytes += taken;
    if (this.#headBytes < wanted) {
      return at + taken;
    }
    const header = this.#header ?? readHeader(this.#head, 0);
    if (this.#header === null) {
      this.#reassembly.check(header);
      this.#header = header;
    }
    if (isComplete(header)) {
      this.#expect(Buffer.allocUnsafeSlow(header.length), 0, header.length);
    } else if ((header.flags & FLAG.first) === 0) {
      this.#message = this.#reassembly.resume(header);
      this.#expect(this.#message.buffer, this.#message.received, header.length);
    } else if (wanted > HEADER) {
      this.#message = this.#reassembly.open(header, this.#head.readUInt32LE(HEADER));
      this.#expect(this.#message.buffer, 0, header.length - TOTAL_FIELD);
    }
    return at + taken;
  }

  /** @param {Buffer} target @param {number} at @param {number} missing */
  #expect(target, at, missing) {
    this.#target = target;
    this.#at = at;
    this.#missing = missing;
    if (missing === 0) {
      this.#complete();
    }
  }

  /** @param {Buffer} chunk @param {number} at */
  #fill(chunk, at) {
    const taken = Math.min(this.#missing, chunk.length - at);
    chunk.copy(/** @type {Buffer} */ (this.#target), this.#at, at, at + taken);
    this.#at += taken;
    this.#missing -= taken;
    if (this.#missing === 0) {
      this.#complete();
    }
    return at + taken;
  }

  #complete() {
    const header = /** @type {import('./reassembly').FrameHeader} */ (this.#header);
    const message = this.#message;
    const payload = /** @type {Buffer} */ (this.#target);
    this.#header = this.#message = this.#target = null;
    this.#headBytes = 0;
    if (message !== null) {
      message.received = this.#at;
      if (!this.#reassembly.arrived(header, message)) {
        return;
      }
    }
    this.#listener(header.kind, header.lane, header.id, payload);
  }
}

exports.FrameParser = FrameParser;
