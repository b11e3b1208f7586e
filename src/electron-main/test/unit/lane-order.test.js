'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { LaneOrder } = require('../../lib/ports/lane-order');

/** Ports that count what came on them, and a log of what was carried out. */
function setUp() {
  /** @type {Map<number, number>} */
  const arrived = new Map();
  /** @type {string[]} */
  const log = [];
  const order = new LaneOrder((number) => arrived.get(number) ?? 0);
  return {
    log,
    order,
    /** @param {number} number @param {string} text @param {import('../../lib/ports/lane-order').Need[]} needs */
    onPort(number, text, ...needs) {
      order.take(number, needs, Buffer.from(text), (payload) => {
        log.push(payload.toString());
        arrived.set(number, (arrived.get(number) ?? 0) + 1);
      });
    },
    /** @param {number} lane @param {string} text @param {import('../../lib/ports/lane-order').Need[]} needs */
    onLane(lane, text, ...needs) {
      order.take(lane, needs, Buffer.from(text), (payload) => log.push(payload.toString()));
    },
  };
}

test('what needs nothing is carried out at once', () => {
  const { log, onLane } = setUp();
  onLane(1, 'a');
  onLane(1, 'b');
  assert.deepEqual(log, ['a', 'b']);
});

test('a transfer waits for what was posted on the port before, and its lane with it; other lanes go on', () => {
  const { log, onLane, onPort } = setUp();
  onLane(1, 'transfer', { number: 7, sent: 2 });
  onLane(1, 'after');
  onLane(2, 'other');
  onPort(7, 'first');
  assert.deepEqual(log, ['other', 'first']);
  onPort(7, 'second');
  assert.deepEqual(log, ['other', 'first', 'second', 'transfer', 'after']);
});

test('what waits may itself be what others wait for', () => {
  const { log, onLane, onPort } = setUp();
  onLane(1, 'last', { number: 8, sent: 1 });
  onPort(8, 'middle', { number: 7, sent: 1 });
  onPort(7, 'first');
  assert.deepEqual(log, ['first', 'middle', 'last']);
});

test('a message that waits keeps its bytes, although the buffer it came in is used again', () => {
  const { log, order, onPort } = setUp();
  const buffer = Buffer.from('kept');
  order.take(1, [{ number: 7, sent: 1 }], buffer, (payload) => log.push(payload.toString()));
  buffer.fill('x');
  onPort(7, 'first');
  assert.deepEqual(log, ['first', 'kept']);
});

test('after clear nothing of before is carried out', () => {
  const { log, order, onLane, onPort } = setUp();
  onLane(1, 'old', { number: 7, sent: 1 });
  order.clear();
  onPort(7, 'new');
  onLane(1, 'next');
  assert.deepEqual(log, ['new', 'next']);
});
