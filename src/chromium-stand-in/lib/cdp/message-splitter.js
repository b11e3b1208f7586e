'use strict';
/** How much is kept of a message that is too long: enough for the id of an answer, or the name of an event and of its request. */
const headLength = 1024;

/**
 * A message with more bytes than are delivered, such as V8's longest string has characters.
 * @typedef {{ head: string, length: number }} LongMessage its beginning, and how many bytes it has
 */

/** Cuts the pipe's byte stream at its NUL terminators. */
class MessageSplitter {
  #longest;
  /** @type {Buffer[]} */ #rest = [];
  #length = 0;

  /** @param {number} longest bytes of a message that is delivered whole */
  constructor(longest) {
    this.#longest = longest;
  }

  /** @param {Buffer} chunk @returns {(string | LongMessage)[]} */
  push(chunk) {
    /** @type {(string | LongMessage)[]} */
    const messages = [];
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.#add(chunk.subarray(start, end));
      messages.push(this.#take());
      start = end + 1;
    }
    if (start < chunk.length) this.#add(chunk.subarray(start));
    return messages;
  }

  /** @param {Buffer} piece */
  #add(piece) {
    const wasTooLong = this.#length > this.#longest;
    this.#length += piece.length;
    if (!wasTooLong) this.#rest.push(piece);
    if (!wasTooLong && this.#length > this.#longest) this.#rest = [Buffer.concat(this.#rest, Math.min(headLength, this.#length))];
  }

  #take() {
    const length = this.#length;
    const text = this.#whole().toString('utf8');
    this.#rest = [];
    this.#length = 0;
    return length > this.#longest ? { head: text, length } : text;
  }

  /** @returns {Buffer} what has been kept */
  #whole() {
    const [only, ...others] = this.#rest;
    if (only && others.length === 0) return only;
    return Buffer.concat(this.#rest);
  }
}

exports.MessageSplitter = MessageSplitter;
