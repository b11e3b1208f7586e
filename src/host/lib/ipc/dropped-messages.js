'use strict';

const { TEXT } = require('./failure');

/**
 * Counts the sends that did not pass, and says so now and then: at the first, the tenth, the hundredth of a channel. Pages can make up
 * names of channels that .NET has not bound, so those are counted together.
 */
class DroppedMessages {
  #log;
  /** By channel, and null for all that are not bound. @type {Map<string | null, number>} */
  #counts = new Map();

  /** @param {import('../log').Log} log */
  constructor(log) {
    this.#log = log;
  }

  /** @param {{ name: string, number: number }} channel @param {string} reason */
  add({ name, number }, reason) {
    // Both have their own line already: the refusal of the sender, and the loss of .NET.
    if (reason === TEXT.notAllowed(name) || reason === TEXT.notRunning) {
      return;
    }
    const channel = number === 0 ? null : name;
    const count = (this.#counts.get(channel) ?? 0) + 1;
    this.#counts.set(channel, count);
    if (Number.isInteger(Math.log10(count))) {
      const among = number === 0 ? 'of those on channels that .NET has not bound' : 'of this channel';
      this.#log.warning(`A message on '${name}' was dropped, the ${count}. ${among}: ${reason}`);
    }
  }
}

exports.DroppedMessages = DroppedMessages;
