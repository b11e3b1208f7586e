'use strict';

const { Failure, TEXT } = require('./ipc/failure');
const { LIMITS } = require('./limits');
const { writePortMessage } = require('./ports/port-wire');
const values = require('./values');

/** Kinds of messages on the bridge; docs/internals/protocol.md describes each. */
const KIND = Object.freeze({
  control: 0x01,
  frame: 0x10,
  invoke: 0x11,
  send: 0x12,
  sendSync: 0x13,
  postMessage: 0x14,
  reply: 0x20,
  emit: 0x21,
  post: 0x22,
  portMessage: 0x30,
  portStart: 0x31,
  portClose: 0x32,
});

const TARGET = Object.freeze({ mainFrame: 0, frame: 1 });
const REPLY_VALUE = 0;

/**
 * What a page names or entitles may hold half of a surrogate pair, which JSON can write and .NET does not read: it becomes U+FFFD, as in UTF-8.
 * @param {object} content
 * @returns {string}
 */
function jsonOf(content) {
  const text = JSON.stringify(content);
  return text.includes('\\ud') ? JSON.stringify(content, (_name, value) => (typeof value === 'string' ? wellFormed(value) : value)) : text;
}

/** @param {string} text */
function wellFormed(text) {
  return Buffer.from(text).toString();
}

/** @param {object} content @returns {Buffer} */
function writeJson(content) {
  return Buffer.from(jsonOf(content));
}

/**
 * The payload of an invoke, send or sendSync.
 * @param {number} channelNumber
 * @param {unknown[]} args
 * @returns {Buffer[]}
 */
function writeCall(channelNumber, args) {
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32LE(channelNumber);
  return [head, ...values.encode(args)];
}

/**
 * The payload of a send or sendSync on a channel that .NET has not bound, and so has no number.
 * @param {string} channel
 * @param {unknown[]} args
 * @returns {Buffer[]}
 * @throws {Failure} for a name that is too long
 */
function writeNamedCall(channel, args) {
  const name = Buffer.from(channel);
  if (name.length > LIMITS.channelBytes) {
    throw new Failure(TEXT.channelTooLong(name.length, LIMITS.channelBytes));
  }
  const head = Buffer.alloc(6);
  head.writeUInt16LE(name.length, 4);
  return [head, name, ...values.encode(args)];
}

/**
 * The payload of a postMessage.
 * @param {number} channelNumber
 * @param {number[]} ports
 * @param {unknown} message
 * @returns {Buffer[]}
 */
function writePostMessage(channelNumber, ports, message) {
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32LE(channelNumber);
  return [head, ...writePortMessage(ports, message)];
}

/**
 * @param {Buffer} payload
 * @returns {{ failed: false, value: unknown } | { failed: true, text: string }}
 */
function readReply(payload) {
  if (payload[0] === REPLY_VALUE) {
    return { failed: false, value: values.decode(payload.subarray(1)) };
  }
  return { failed: true, text: payload.toString('utf8', 1) };
}

/**
 * @param {Buffer} payload
 * @returns {{ target: number, id: number, channel: string, args: unknown[] }}
 */
function readEmit(payload) {
  const start = 7;
  const end = start + payload.readUInt16LE(5);
  const args = values.decode(payload.subarray(end));
  if (!Array.isArray(args)) {
    throw new TypeError('the arguments of a message to a page must be an array');
  }
  return { target: payload.readUInt8(0), id: payload.readUInt32LE(1), channel: payload.toString('utf8', start, end), args };
}

module.exports = { KIND, TARGET, jsonOf, writeJson, writeCall, writeNamedCall, writePostMessage, readReply, readEmit };
