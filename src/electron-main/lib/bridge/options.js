'use strict';

const v8 = require('node:v8');
const { BridgeError } = require('./errors');

const MiB = 1024 * 1024;

/** The header of everything V8 serializes is 0xFF and the version of the format. */
const OWN_V8_VERSION = v8.serialize(null)[1] ?? 0;

/**
 * @typedef {object} BridgeOptions
 * @property {number} maxMessageBytes Largest message in either direction.
 * @property {number} maxQueuedBytes Outgoing bytes that may wait, over all lanes; each waiting message counts 64 bytes more.
 * @property {number} maxQueuedBytesPerLane The same for one lane. A first message is never refused for this limit alone.
 * @property {number} maxPartialBytes Incoming bytes of messages that are not complete yet.
 * @property {number} maxPartialMessages Incoming messages that are not complete yet.
 * @property {number} handshakeTimeout Milliseconds in which the other side must have connected and proved itself.
 * @property {number} closeTimeout Milliseconds in which a close must have sent what is queued.
 * @property {number} v8Version The version of V8's serialization format that this process writes.
 * @property {Record<string, unknown>} info What the other side is told about this process (host kind, versions).
 * @property {(error: Error) => void} onRefused Called for every connection that was refused.
 */

/** @type {Readonly<BridgeOptions>} */
const DEFAULTS = Object.freeze({
  maxMessageBytes: 256 * MiB,
  maxQueuedBytes: 512 * MiB,
  maxQueuedBytesPerLane: 256 * MiB,
  maxPartialBytes: 512 * MiB,
  maxPartialMessages: 1024,
  handshakeTimeout: 15_000,
  closeTimeout: 2_000,
  v8Version: OWN_V8_VERSION,
  info: {},
  onRefused: () => {}
});

/** What each number may be. The upper bounds keep sums exact, arrays allocatable and timers in range. */
const RANGES = Object.freeze({
  maxMessageBytes: [1024, 1024 * MiB],
  maxQueuedBytes: [1024, 64 * 1024 * MiB],
  maxQueuedBytesPerLane: [1024, 64 * 1024 * MiB],
  maxPartialBytes: [1024, 64 * 1024 * MiB],
  maxPartialMessages: [1, 65_536],
  handshakeTimeout: [1, 2 ** 31 - 1],
  closeTimeout: [1, 2 ** 31 - 1],
  v8Version: [1, 65_535]
});

/**
 * @param {Partial<BridgeOptions>} [given]
 * @returns {BridgeOptions}
 */
function completeOptions(given = {}) {
  const options = { ...DEFAULTS, ...given };
  for (const [name, [least = 0, most = 0]] of Object.entries(RANGES)) {
    const value = options[/** @type {keyof typeof RANGES} */ (name)];
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new BridgeError(`The bridge option '${name}' must be a whole number from ${least} to ${most}; it is ${value}.`);
    }
  }
  return options;
}

module.exports = { completeOptions };
