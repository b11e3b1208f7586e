'use strict';

const { FLAG, MAX_CHUNK, TOTAL_FIELD } = require('./wire');

/** A message that waits, or of which some chunks have gone. */
class OutgoingMessage {
  /** @type {OutgoingMessage | import('./outgoing-lane').Fence | null} The next entry of the lane. */
  next = null;
  /** @type {import('./outgoing-lane').Fence | null} Its place in a second lane. */
  fence = null;
  #sent = 0;
  #piece = 0;
  #offset = 0;

  /**
   * @param {number} kind
   * @param {number} lane
   * @param {number} id
   * @param {Buffer[]} pieces
   * @param {number} total
   * @param {number} flags
   */
  constructor(kind, lane, id, pieces, total, flags) {
    this.kind = kind;
    this.lane = lane;
    this.id = id;
    this.pieces = pieces;
    this.total = total;
    this.flags = flags;
  }

  /** Whether it needs more than one frame. */
  get isLarge() {
    return this.total > MAX_CHUNK;
  }

  /**
   * Writes the next frame. Returns whether it was the last one.
   * @param {import('./frame-writer').FrameWriter} writer
   */
  writeFrame(writer) {
    const first = this.#sent === 0;
    const announced = first && this.isLarge;
    const length = Math.min(this.total - this.#sent, announced ? MAX_CHUNK - TOTAL_FIELD : MAX_CHUNK);
    const last = this.#sent + length === this.total;
    writer.begin(this, this.flags | (first ? FLAG.first : 0) | (last ? FLAG.last : 0), length, announced ? this.total : null);
    this.#copy(writer, length);
    this.#sent += length;
    return last;
  }

  /** @param {import('./frame-writer').FrameWriter} writer @param {number} length */
  #copy(writer, length) {
    while (length > 0) {
      const piece = /** @type {Buffer} */ (this.pieces[this.#piece]);
      const taken = Math.min(length, piece.length - this.#offset);
      writer.add(piece.subarray(this.#offset, this.#offset + taken));
      this.#offset += taken;
      length -= taken;
      if (this.#offset === piece.length) {
        this.#piece++;
        this.#offset = 0;
      }
    }
  }
}

exports.OutgoingMessage = OutgoingMessage;
