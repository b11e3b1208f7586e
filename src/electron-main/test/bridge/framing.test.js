'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { FrameParser } = require('../../lib/bridge/frame-parser');
const { completeOptions } = require('../../lib/bridge/options');
const { Outbox } = require('../../lib/bridge/outbox');
const { FLAG, MAX_CHUNK, writeHeader } = require('../../lib/bridge/wire');
const { BridgeProtocolError } = require('../../lib/bridge/errors');
const { generator } = require('./support/random');

/** @typedef {{ kind: number, lane: number, id: number, payload: Buffer }} Message */

/** @param {Outbox} outbox */
function drain(outbox) {
  /** @type {Buffer[]} */
  const parts = [];
  for (let batch = outbox.take(); batch !== null; batch = outbox.take()) {
    parts.push(...batch);
  }
  return Buffer.concat(parts);
}

/** @param {Partial<import('../../lib/bridge/options').BridgeOptions>} [limits] */
function collector(limits) {
  /** @type {Message[]} */
  const messages = [];
  const parser = new FrameParser(completeOptions(limits), (kind, lane, id, payload) => {
    messages.push({ kind, lane, id, payload: Buffer.from(payload) });
  });
  return { messages, parser };
}

/** The order within each lane; how lanes mix is free. @param {Message[]} messages */
function byLane(messages) {
  return [...messages].sort((one, other) => one.lane - other.lane);
}

for (let seed = 1; seed <= 30; seed++) {
  test(`messages survive a stream that is cut anywhere (seed ${seed})`, () => {
    const random = generator(seed);
    const outbox = new Outbox(completeOptions());
    /** @type {Message[]} */
    const sent = [];
    for (let id = 0; id < 60; id++) {
      const edge = MAX_CHUNK - 1 + random.below(3);
      const size = random.pick([0, 1, random.below(300), random.below(20_000), edge, edge, random.below(900_000)]);
      const message = { kind: random.below(240), lane: random.below(6), id, payload: random.bytes(size) };
      const cut = random.below(size + 1);
      const pieces = [message.payload.subarray(0, cut), message.payload.subarray(cut)];
      assert.equal(outbox.add(message.kind, message.lane, id, pieces), 'queued');
      sent.push(message);
    }
    const bytes = drain(outbox);
    const { messages, parser } = collector();
    for (let at = 0; at < bytes.length;) {
      const length = random.pick([1, 2, 15, 16, 17, 1 + random.below(100), 1 + random.below(70_000), 1 + random.below(600_000)]);
      parser.push(bytes.subarray(at, at + length));
      at += length;
    }
    assert.deepEqual(byLane(messages), byLane(sent));
  });
}

test('unlaned messages of one lane do not wait for each other', () => {
  const outbox = new Outbox(completeOptions());
  outbox.add(1, 5, 1, Buffer.alloc(3_000_000, 1), { unlaned: true });
  outbox.add(1, 5, 2, Buffer.alloc(300_000, 2), { unlaned: true });
  outbox.add(1, 5, 3, Buffer.alloc(10, 3), { unlaned: true });
  const { messages, parser } = collector();
  parser.push(drain(outbox));
  assert.deepEqual(messages.map((message) => [message.id, message.payload.length]), [[3, 10], [2, 300_000], [1, 3_000_000]]);
});

test('what is written small is cut from what was read, without a copy', () => {
  const outbox = new Outbox(completeOptions());
  outbox.add(1, 0, 0, Buffer.from('one'));
  outbox.add(1, 0, 1, Buffer.from('two'));
  const bytes = drain(outbox);
  /** @type {Buffer[]} */
  const payloads = [];
  new FrameParser(completeOptions(), (_kind, _lane, _id, payload) => payloads.push(payload)).push(bytes);
  assert.deepEqual(payloads.map(String), ['one', 'two']);
  assert.ok(payloads.every((payload) => payload.buffer === bytes.buffer));
});

test('an announcement alone allocates next to nothing', () => {
  const { parser } = collector();
  const announced = Buffer.alloc(21);
  writeHeader(announced, 0, 5, { kind: 1, lane: 1, id: 1 }, FLAG.first);
  announced.writeUInt32LE(200 * 1024 * 1024, 16);
  const before = process.memoryUsage().arrayBuffers;
  parser.push(announced);
  assert.ok(process.memoryUsage().arrayBuffers - before < 2 * 1024 * 1024);
});

/** @param {number} flags @param {Buffer} payload @param {{ kind?: number, lane?: number, id?: number }} [message] */
function frame(flags, payload, message) {
  const bytes = Buffer.alloc(16 + payload.length);
  writeHeader(bytes, 0, payload.length, { kind: 1, lane: 0, id: 0, ...message }, flags);
  payload.copy(bytes, 16);
  return bytes;
}

const NINE = frame(FLAG.first, Buffer.from([9, 0, 0, 0, 1]));
const WHOLE = FLAG.first | FLAG.last;

/** @type {[string, Buffer[], RegExp][]} */
const BROKEN = [
  ['unknown flags', [frame(8 | WHOLE, Buffer.alloc(0))], /unknown flags/],
  ['a chunk of no message', [frame(0, Buffer.alloc(1))], /belongs to no message/],
  ['a message inside another', [NINE, frame(WHOLE, Buffer.alloc(1))], /before the one before it has ended/],
  ['another id', [NINE, frame(0, Buffer.alloc(1), { id: 4 })], /another kind or id/],
  ['too many bytes', [NINE, frame(FLAG.last, Buffer.alloc(9))], /do not add up/],
  ['an own kind in a lane', [frame(WHOLE, Buffer.alloc(0), { kind: 0xfe, lane: 1 })], /must be complete in itself/],
  ['a message over the limit', [frame(WHOLE, Buffer.alloc(2000))], /over the limit of 1024/],
  ['messages over the limit', [NINE, frame(FLAG.first, Buffer.from([9, 0, 0, 0, 1]), { lane: 1 })], /More than 1 messages/]
];

for (const [name, frames, reason] of BROKEN) {
  test(`${name}: refused, wherever the stream is cut`, () => {
    const bytes = Buffer.concat(frames);
    for (const step of [1, 7, bytes.length]) {
      const { parser } = collector({ maxMessageBytes: 1024, maxPartialMessages: 1 });
      assert.throws(() => {
        for (let at = 0; at < bytes.length; at += step) {
          parser.push(bytes.subarray(at, at + step));
        }
      }, (error) => error instanceof BridgeProtocolError && reason.test(error.message));
    }
  });
}
