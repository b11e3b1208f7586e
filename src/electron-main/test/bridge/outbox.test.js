'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { FrameParser } = require('../../lib/bridge/frame-parser');
const { completeOptions } = require('../../lib/bridge/options');
const { Outbox } = require('../../lib/bridge/outbox');
const { generator } = require('./support/random');

const KiB = 1024;

/** @param {Partial<import('../../lib/bridge/options').BridgeOptions>} [limits] */
function outboxOf(limits) {
  return new Outbox(completeOptions(limits));
}

/** Sends everything; returns what arrives, in order. @param {Outbox} outbox */
function arrivals(outbox) {
  /** @type {string[]} */
  const seen = [];
  const parser = new FrameParser(completeOptions(), (_kind, lane, id) => seen.push(`${lane}:${id}`));
  for (let batch = outbox.take(); batch !== null; batch = outbox.take()) {
    batch.forEach((part) => parser.push(part));
  }
  return seen;
}

test('one write takes little more than one large frame', () => {
  const outbox = outboxOf();
  for (let lane = 0; lane < 20; lane++) {
    outbox.add(1, lane, 0, Buffer.alloc(4096 * KiB));
  }
  const bytes = outbox.take()?.reduce((sum, part) => sum + part.length, 0) ?? 0;
  assert.ok(bytes > 0 && bytes <= 320 * KiB, `${bytes} bytes`);
});

test('a small message goes before the rest of a large one of another lane', () => {
  const outbox = outboxOf();
  outbox.add(1, 1, 0, Buffer.alloc(4096 * KiB));
  outbox.take();
  outbox.add(1, 2, 0, Buffer.alloc(10));
  assert.deepEqual(arrivals(outboxOf()), []);
  const next = Buffer.concat(outbox.take() ?? []);
  assert.equal(next.readUInt32LE(8), 2);
});

test('lanes take turns, and none keeps the others waiting', () => {
  const outbox = outboxOf();
  for (let id = 0; id < 3; id++) {
    for (let lane = 0; lane < 3; lane++) {
      outbox.add(1, lane, id, Buffer.alloc(600 * KiB));
    }
  }
  assert.deepEqual(arrivals(outbox), ['0:0', '1:0', '2:0', '0:1', '1:1', '2:1', '0:2', '1:2', '2:2']);
});

test('a small message does not overtake its own lane', () => {
  const outbox = outboxOf();
  outbox.add(1, 1, 0, Buffer.alloc(600 * KiB));
  outbox.add(1, 1, 1, Buffer.alloc(1));
  assert.deepEqual(arrivals(outbox), ['1:0', '1:1']);
});

test('small messages beyond a batch wait, and keep their order', () => {
  const outbox = outboxOf();
  const expected = Array.from({ length: 1000 }, (_, id) => {
    outbox.add(1, 1, id, Buffer.alloc(1 * KiB));
    return `1:${id}`;
  });
  assert.deepEqual(arrivals(outbox), expected);
});

test('limits: each is told by its result, and room comes back', () => {
  const outbox = outboxOf({ maxMessageBytes: 1024 * KiB, maxQueuedBytes: 3000 * KiB, maxQueuedBytesPerLane: 1500 * KiB });
  const large = Buffer.alloc(1000 * KiB);
  assert.equal(outbox.add(1, 1, 0, Buffer.alloc(1024 * KiB + 1)), 'too-large');
  assert.equal(outbox.add(1, 1, 0, large), 'queued');
  assert.equal(outbox.add(1, 1, 1, large), 'queue-full');
  assert.equal(outbox.add(1, 2, 0, large), 'queued');
  assert.equal(outbox.add(1, 3, 0, large), 'queue-full');
  assert.deepEqual(arrivals(outbox), ['1:0', '2:0']);
  assert.equal(outbox.add(1, 3, 0, large), 'queued');
});

test('limits: no more large messages than the other side keeps track of', () => {
  const outbox = outboxOf({ maxPartialMessages: 2 });
  const large = Buffer.alloc(300 * KiB);
  assert.deepEqual([1, 2, 3].map((lane) => outbox.add(1, lane, 0, large)), ['queued', 'queued', 'queue-full']);
  assert.equal(outbox.add(1, 3, 0, Buffer.alloc(10)), 'queued');
});

test('what waits is counted', () => {
  const outbox = outboxOf();
  assert.equal(outbox.isEmpty, true);
  outbox.add(1, 1, 0, Buffer.alloc(10));
  outbox.add(1, 2, 0, Buffer.alloc(600 * KiB));
  assert.equal(outbox.count, 2);
  outbox.take();
  assert.equal(outbox.count, 1);
});

test('limits: small control messages and small unlaned ones are never refused', () => {
  const outbox = outboxOf({ maxMessageBytes: 1024 * KiB, maxQueuedBytes: 1100 * KiB, maxQueuedBytesPerLane: 1100 * KiB });
  assert.equal(outbox.add(1, 0, 0, Buffer.alloc(1024 * KiB)), 'queued');
  outbox.add(1, 0, 1, Buffer.alloc(76 * KiB - 200));
  assert.equal(outbox.add(1, 1, 2, Buffer.alloc(63 * KiB)), 'queued', 'fills what is framed at once');
  assert.equal(outbox.add(1, 2, 3, Buffer.alloc(10 * KiB)), 'queue-full');
  assert.equal(outbox.add(1, 0, 4, Buffer.alloc(10 * KiB)), 'queued');
  assert.equal(outbox.add(1, 3, 5, Buffer.alloc(10 * KiB), { unlaned: true }), 'queued');
  assert.equal(outbox.add(1, 0, 6, Buffer.alloc(16 * KiB)), 'queue-full', 'only small ones');
  assert.deepEqual(arrivals(outbox), ['1:2', '3:5', '0:0', '0:1', '0:4']);
});

test('a refusal names the limit, and how much there was', () => {
  const large = 300 * KiB;
  const outbox = outboxOf({ maxMessageBytes: 500 * KiB, maxQueuedBytes: 1000 * KiB, maxQueuedBytesPerLane: 400 * KiB, maxPartialMessages: 2 });
  /** @param {number} lane @param {number} bytes */
  const refusal = (lane, bytes) => {
    const result = outbox.add(1, lane, 0, Buffer.alloc(bytes));
    assert.ok(result === 'too-large' || result === 'queue-full', result);
    return outbox.explain(result, lane, bytes);
  };
  assert.equal(refusal(1, 500 * KiB + 1), 'the message has 512001 bytes, more than the 512000 that the bridge takes in one message');
  assert.equal(outbox.add(1, 1, 0, Buffer.alloc(large)), 'queued');
  assert.equal(refusal(1, 200 * KiB), '307264 bytes of the same frame or port wait, and the bridge lets 409600 of one wait');
  assert.equal(outbox.add(1, 2, 0, Buffer.alloc(large)), 'queued');
  assert.equal(refusal(3, large), '2 messages of more than 262128 bytes wait, and the bridge lets 2 of them wait');
  assert.equal(refusal(3, 450 * KiB), '614528 bytes wait, and the bridge lets 1024000 wait in all');
});

test('a message of two lanes keeps its place in both', () => {
  const outbox = outboxOf();
  const large = Buffer.alloc(600 * KiB);
  outbox.add(1, 1, 0, large);
  outbox.add(1, 0, 0, Buffer.alloc(1), { alsoIn: 1 });
  outbox.add(1, 1, 1, Buffer.alloc(1));
  outbox.add(1, 0, 1, Buffer.alloc(1));
  outbox.add(1, 2, 0, Buffer.alloc(1));
  outbox.add(1, 2, 1, Buffer.alloc(1), { alsoIn: 0 });
  assert.deepEqual(arrivals(outbox), ['2:0', '1:0', '0:0', '0:1', '1:1', '2:1']);
  assert.equal(outbox.isEmpty, true);
});

test('a message of two lanes waits for both, whichever has less before it, and for nothing if both are empty', () => {
  const outbox = outboxOf();
  outbox.add(1, 1, 0, Buffer.alloc(1), { alsoIn: 0 });
  assert.deepEqual(arrivals(outbox), ['1:0']);
  outbox.add(1, 0, 1, Buffer.alloc(600 * KiB));
  outbox.add(1, 1, 1, Buffer.alloc(300 * KiB), { alsoIn: 0 });
  outbox.add(1, 1, 2, Buffer.alloc(1));
  outbox.add(1, 0, 2, Buffer.alloc(1), { alsoIn: 1 });
  assert.deepEqual(arrivals(outbox), ['0:1', '1:1', '1:2', '0:2']);
});

test('random messages of one and of two lanes all arrive, in the order of each of their lanes', () => {
  const { below: random } = generator(7);
  for (let round = 0; round < 200; round++) {
    const outbox = outboxOf();
    /** @type {string[]} */
    const arrived = [];
    const parser = new FrameParser(completeOptions(), (_kind, lane, id) => arrived.push(`${lane}:${id}`));
    /** @type {Map<number, string[]>} */
    const expected = new Map();
    for (let id = 0; id < 60; id++) {
      const lane = random(4);
      const alsoIn = random(2) === 0 ? lane : random(4);
      outbox.add(1, lane, id, Buffer.alloc(random(3) === 0 ? 300 * KiB : 10), { alsoIn });
      new Set([lane, alsoIn]).forEach((each) => expected.set(each, [...(expected.get(each) ?? []), `${lane}:${id}`]));
      if (random(4) === 0) {
        outbox.take()?.forEach((part) => parser.push(part));
      }
    }
    for (let batch = outbox.take(); batch !== null; batch = outbox.take()) {
      batch.forEach((part) => parser.push(part));
    }
    assert.equal(arrived.length, 60);
    assert.equal(outbox.isEmpty, true);
    for (const order of expected.values()) {
      assert.deepEqual(arrived.filter((each) => order.includes(each)), order);
    }
  }
});

test('limits: a small message that also has its place in the control lane is never refused', () => {
  const outbox = outboxOf({ maxMessageBytes: 1024 * KiB, maxQueuedBytes: 1100 * KiB, maxQueuedBytesPerLane: 1100 * KiB });
  outbox.add(1, 1, 0, Buffer.alloc(1024 * KiB));
  outbox.add(1, 1, 1, Buffer.alloc(75 * KiB));
  assert.equal(outbox.add(1, 1, 2, Buffer.alloc(10 * KiB)), 'queue-full');
  assert.equal(outbox.add(1, 1, 3, Buffer.alloc(10 * KiB), { alsoIn: 0 }), 'queued');
  assert.equal(outbox.add(1, 1, 4, Buffer.alloc(16 * KiB), { alsoIn: 0 }), 'queue-full');
});

test('limits: a lane in which only a message of another one has its place counts as empty', () => {
  const outbox = outboxOf({ maxQueuedBytesPerLane: 100 * KiB });
  outbox.add(1, 1, 0, Buffer.alloc(300 * KiB));
  outbox.add(1, 1, 1, Buffer.alloc(1), { alsoIn: 2 });
  assert.equal(outbox.add(1, 2, 0, Buffer.alloc(200 * KiB)), 'queued');
});
