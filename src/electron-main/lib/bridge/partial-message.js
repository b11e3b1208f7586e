'use strict';

/** Up to here the whole of an announced message is allocated at once. */
const EAGER = 1024 * 1024;
/** Beyond, memory grows by this factor, so that an announcement alone costs nothing and bytes are copied a third of once at most. */
const GROWTH = 4;

/** A message of which some chunks have come. */
class PartialMessage {
  /**
   * @param {number} kind
   * @param {number} id
   * @param {number} total
   */
  constructor(kind, id, total) {
    this.kind = kind;
    this.id = id;
    this.total = total;
    this.received = 0;
    this.buffer = Buffer.allocUnsafeSlow(Math.min(total, EAGER));
  }

  /**
   * Makes room for a chunk that begins to arrive.
   * @param {number} length
   */
  reserve(length) {
    const needed = this.received + length;
    if (needed > this.buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.min(this.total, Math.max(needed, this.buffer.length * GROWTH)));
      this.buffer.copy(larger, 0, 0, this.received);
      this.buffer = larger;
    }
  }
}

exports.PartialMessage = PartialMessage;
