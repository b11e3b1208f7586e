'use strict';

const { Failure, TEXT } = require('../ipc/failure');
const { LIMITS } = require('../limits');
const values = require('../values');

// The payloads of messages that name ports; docs/internals/protocol.md describes them.

/** Numbers with this bit were given out by .NET. */
const NET_NUMBER = 0x80000000;
/** The host's own have this one, so that their lanes are not those of frames. */
const HOST_NUMBER = 0x40000000;

const ENTRY = Object.freeze({ farEnd: 0, keptEnd: 1 });
const COUNT_SIZE = 2;
const ENTRY_SIZE = 9;
const NUMBER_SIZE = 4;
const ADDRESS_SIZE = 7;

/**
 * A port in a message of .NET.
 * @typedef {object} PortEntry
 * @property {boolean} isKept Whether the end kept under the number is meant, and not its far end.
 * @property {number} number
 * @property {number} sent How many messages .NET has put on the number's lane before.
 */

/** @param {Buffer} payload @param {number} [start] @returns {{ entries: PortEntry[], content: Buffer }} */
function readEntries(payload, start = 0) {
  const count = payload.readUInt16LE(start);
  const first = start + COUNT_SIZE;
  const end = first + count * ENTRY_SIZE;
  if (end > payload.length) {
    throw new RangeError('the list of ports is cut off');
  }
  const entries = Array.from({ length: count }, (_, index) => readEntry(payload, first + index * ENTRY_SIZE));
  return { entries, content: payload.subarray(end) };
}

/** @param {Buffer} payload @param {number} at @returns {PortEntry} */
function readEntry(payload, at) {
  const isKept = payload.readUInt8(at) === ENTRY.keptEnd;
  return { isKept, number: payload.readUInt32LE(at + 1), sent: payload.readUInt32LE(at + 5) };
}

/** @param {number[]} numbers @throws {Failure} There are too many. */
function writeNumbers(numbers) {
  if (numbers.length > LIMITS.portsOfMessage) {
    throw new Failure(TEXT.tooManyPorts(numbers.length, LIMITS.portsOfMessage));
  }
  const list = Buffer.allocUnsafe(COUNT_SIZE + numbers.length * NUMBER_SIZE);
  list.writeUInt16LE(numbers.length);
  numbers.forEach((number, index) => list.writeUInt32LE(number, COUNT_SIZE + index * NUMBER_SIZE));
  return list;
}

/** What a port of a page said. @param {number[]} numbers @param {unknown} data @returns {Buffer[]} */
function writePortMessage(numbers, data) {
  return [writeNumbers(numbers), ...values.encode(data)];
}

/** @param {Buffer} payload */
function readPost(payload) {
  const end = ADDRESS_SIZE + payload.readUInt16LE(ADDRESS_SIZE - 2);
  return {
    target: payload.readUInt8(0),
    id: payload.readUInt32LE(1),
    channel: payload.toString('utf8', ADDRESS_SIZE, end),
    ...readEntries(payload, end),
  };
}

module.exports = { NET_NUMBER, HOST_NUMBER, ENTRY, readEntries, readPost, writeNumbers, writePortMessage };
