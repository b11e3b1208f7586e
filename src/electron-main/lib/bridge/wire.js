'use strict';

// The bytes of the wire. docs/internals/protocol.md is the description; Internal/Bridge/FrameHeader.cs is the other reader and writer.

/** Bytes of a frame's header, its length field included. */
const HEADER = 16;
/** The length field does not count itself. */
const LENGTH_FIELD = 4;
/** The largest frame, header included: what a small message can have to wait behind. */
const MAX_FRAME = 256 * 1024;
const MAX_CHUNK = MAX_FRAME - HEADER;
/** Bytes before the first chunk of a message in several chunks: its total size. */
const TOTAL_FIELD = 4;

const FLAG = Object.freeze({ first: 1, last: 2, unlaned: 4 });
const ALL_FLAGS = FLAG.first | FLAG.last | FLAG.unlaned;

/** Kinds from here on belong to the bridge itself and never reach a user of it. */
const FIRST_OWN_KIND = 0xf0;
const KIND = Object.freeze({ hello: 0xf0, proof: 0xf1, welcome: 0xf2, goodbye: 0xfe, abort: 0xff });

const PROTOCOL_VERSION = 1;
/** A reason is for a person to read, and must fit beside anything else in one small frame. */
const MAX_REASON = 1024;

/**
 * @param {Buffer} target
 * @param {number} at
 * @param {number} length Bytes after the header.
 * @param {{ kind: number, lane: number, id: number }} message
 * @param {number} flags
 */
function writeHeader(target, at, length, message, flags) {
  target.writeUInt32LE(HEADER - LENGTH_FIELD + length, at);
  target[at + 4] = message.kind;
  target[at + 5] = flags;
  target.writeUInt16LE(0, at + 6);
  target.writeUInt32LE(message.lane, at + 8);
  target.writeUInt32LE(message.id, at + 12);
}

/**
 * A frame of the bridge's own, complete in itself.
 * @param {number} kind
 * @param {Buffer} [payload]
 */
function ownFrame(kind, payload = Buffer.alloc(0)) {
  const frame = Buffer.allocUnsafe(HEADER + payload.length);
  writeHeader(frame, 0, payload.length, { kind, lane: 0, id: 0 }, FLAG.first | FLAG.last);
  payload.copy(frame, HEADER);
  return frame;
}

/** @param {string} reason */
function abortFrame(reason) {
  return ownFrame(KIND.abort, Buffer.from(reason).subarray(0, MAX_REASON));
}

module.exports = {
  HEADER, LENGTH_FIELD, MAX_FRAME, MAX_CHUNK, TOTAL_FIELD, FLAG, ALL_FLAGS, FIRST_OWN_KIND, KIND, PROTOCOL_VERSION, MAX_REASON,
  writeHeader, ownFrame, abortFrame
};
