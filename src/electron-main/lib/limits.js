'use strict';

/**
 * Limits that no setting changes. Those of messages and of the log hold in the fake windows of IpcApp.Testing as well;
 * tests/Contract/contract.json has them all.
 */
const LIMITS = Object.freeze({
  /** Ports of a message: their count is two bytes on the wire. */
  portsOfMessage: 0xffff,
  /** Bytes of a channel's name: its length is two bytes on the wire. */
  channelBytes: 0xffff,
  /** Characters of a name or an address in a line of the log. */
  logNameLength: 200,
  /** Characters of a message in the log. */
  logMessageLength: 2_000,
  /** Keys of one kind of line that are told apart: what pages make up must neither fill the log nor the memory. */
  countedKeys: 100,
  /** Characters of a key that count. */
  countedKeyLength: 200,
  /** Channels without a listener that are reported in development: pages can make up names. */
  unheardReports: 100,
  /** Characters of such a channel's name. */
  unheardNameLength: 200,
  /** Lines that a window can write to its console at once. */
  consoleBurst: 100,
  /** Milliseconds until it can write one line more. */
  consoleRefillMs: 1_000,
  /** Characters of such a line. */
  consoleMessageLength: 4_000,
  /** Characters of the address beside it. */
  consoleAddressLength: 400,
  /** Milliseconds that a page may take to answer whether its window can be closed: Electron's own limit for its event `unresponsive`. */
  unresponsiveMs: 5_000,
});

exports.LIMITS = LIMITS;
