'use strict';

const { TEXT } = require('./failure');

/** Counts the sends that did not pass, and says so now and then: at the first, the tenth, the hundredth of a channel. */
class DroppedMessages {
  #log;
  /** @type {Map<string, number>} */
  #counts = new Map();

  /** @param {import('../log').Log} log */
  constructor(log) {
    this.#log = log;
  }

  /** @param {string} channel @param {string} reason */
  add(channel, reason) {
    // Both have their own line already: the refusal of the sender, and the loss of .NET.
    if (reason === TEXT.notAllowed(channel) || reason === TEXT.notRunning) {
      return;
    }
    const count = (this.#counts.get(channel) ?? 0) + 1;
    this.#counts.set(channel, count);
    if (Number.isInteger(Math.log10(count))) {
      this.#log.warning(`A message on '${channel}' was dropped, the ${count}. of this channel: ${reason}`);
    }
  }
}

exports.DroppedMessages = DroppedMessages;
