'use strict';

const { inspect } = require('node:util');

/**
 * What an invoke handler throws so that the page reads exactly TEXT in `Error invoking remote method 'CH': TEXT`. Electron transmits
 * nothing but the thrown value's own `toString()` (S50) and prints the value on stderr (S54); neither needs the host's stack.
 */
class Failure {
  /**
   * @param {string} text An empty text would resolve the page's promise (S52), so it is never sent.
   * @param {boolean} [isTold] Whether the log has a line about it already.
   */
  constructor(text, isTold = false) {
    this.text = text || 'Error';
    this.isTold = isTold;
  }

  toString() {
    return this.text;
  }

  [inspect.custom]() {
    return this.text;
  }
}

/** The texts that a page can read; those of Electron are in its own words. */
const TEXT = Object.freeze({
  neverSent: 'reply was never sent',
  notCloneable: 'Error: An object could not be cloned.',
  notRunning: 'Error: The .NET main process is not running',
  /** @param {string} why */
  queueFull: (why) => `Error: Too much is waiting to be sent to the .NET main process: ${why}`,
  /** @param {string} why */
  tooLargeForBridge: (why) => `Error: The message cannot be sent to the .NET main process: ${why}`,
  /** @param {number} count @param {number} limit */
  tooManyPorts: (count, limit) => `Error: The message hands ${count} ports over, more than the ${limit} that a message can have`,
  /** @param {number} bytes @param {number} limit */
  channelTooLong: (bytes, limit) => `Error: The channel's name has ${bytes} bytes, more than the ${limit} that a name can have`,
  /** @param {string} channel */
  notAllowed: (channel) => `Error: Sender not allowed for '${channel}'`,
  /** @param {number} bytes @param {number} limit */
  tooLarge: (bytes, limit) => `Error: The message has ${bytes} bytes, more than the ${limit} that IpcApp:Limits:MaxMessageBytes allows`,
  /** @param {number} limit */
  tooManyInvokes: (limit) =>
    `Error: ${limit} invokes of this frame wait for their answers already, as many as IpcApp:Limits:MaxPendingInvokesPerFrame allows`,
});

exports.Failure = Failure;
exports.TEXT = TEXT;
