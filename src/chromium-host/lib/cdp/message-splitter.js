'use strict';

/** Cuts the pipe's byte stream at its NUL terminators. */
class MessageSplitter {
  /** @type {Buffer[]} */ #rest = [];

  /** @param {Buffer} chunk @returns {string[]} */
  push(chunk) {
    /** @type {string[]} */
    const messages = [];
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const tail = chunk.subarray(start, end);
      messages.push((this.#rest.length ? Buffer.concat([...this.#rest, tail]) : tail).toString('utf8'));
      this.#rest = [];
      start = end + 1;
    }
    if (start < chunk.length) this.#rest.push(chunk.subarray(start));
    return messages;
  }
}

exports.MessageSplitter = MessageSplitter;
