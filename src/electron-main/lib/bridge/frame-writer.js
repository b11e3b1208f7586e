'use strict';

const { HEADER, TOTAL_FIELD, writeHeader } = require('./wire');

const SLAB = 64 * 1024;
/** Below, copying a piece is cheaper than one more entry in the list the system call walks. */
const COPY_BELOW = 16 * 1024;

/** Collects frames for one write: small pieces side by side in a slab, big ones by reference. */
class FrameWriter {
  bytes = 0;
  /** @type {Buffer[]} */
  #parts = [];
  #slab = Buffer.allocUnsafeSlow(SLAB);
  #start = 0;
  #end = 0;

  /**
   * @param {{ kind: number, lane: number, id: number }} message
   * @param {number} flags
   * @param {number} length Bytes of the chunk that follows.
   * @param {number | null} total Size of the whole message, written before its first chunk if there are more.
   */
  begin(message, flags, length, total) {
    const size = total === null ? HEADER : HEADER + TOTAL_FIELD;
    const at = this.#room(size);
    writeHeader(this.#slab, at, length + size - HEADER, message, flags);
    if (total !== null) {
      this.#slab.writeUInt32LE(total, at + HEADER);
    }
  }

  /** @param {Buffer} piece */
  add(piece) {
    if (piece.length < COPY_BELOW) {
      const at = this.#room(piece.length);
      piece.copy(this.#slab, at);
    } else {
      this.#cut();
      this.#parts.push(piece);
      this.bytes += piece.length;
    }
  }

  /** Everything collected so far, in order. */
  take() {
    this.#cut();
    const parts = this.#parts;
    this.#parts = [];
    this.bytes = 0;
    return parts;
  }

  /** @param {number} length */
  #room(length) {
    if (this.#end + length > SLAB) {
      this.#cut();
      // The old slab belongs to the writes that still hold slices of it.
      this.#slab = Buffer.allocUnsafeSlow(SLAB);
      this.#start = this.#end = 0;
    }
    const at = this.#end;
    this.#end += length;
    this.bytes += length;
    return at;
  }

  #cut() {
    if (this.#end > this.#start) {
      this.#parts.push(this.#slab.subarray(this.#start, this.#end));
      this.#start = this.#end;
    }
  }
}

exports.FrameWriter = FrameWriter;
