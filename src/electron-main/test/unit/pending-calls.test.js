'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { PendingCalls } = require('../../lib/ipc/pending-calls');

/** @param {string[]} log @param {number} frame @param {'invoke' | 'sendSync'} [kind] */
function call(log, frame, kind = 'invoke') {
  return {
    kind,
    frame,
    succeed: (/** @type {unknown} */ value) => { log.push(`${frame}=${value}`); },
    fail: (/** @type {string} */ text) => { log.push(`${frame}!${text}`); },
    abandon: () => { log.push(`${frame} abandoned`); },
  };
}

test('a call leaves the table once', () => {
  const pending = new PendingCalls();
  const id = pending.add(call([], 1));
  assert.ok(pending.take(id));
  assert.equal(pending.take(id), undefined);
  assert.equal(pending.size, 0);
});

test('invokes are counted per frame, sendSyncs are not', () => {
  const pending = new PendingCalls();
  const first = pending.add(call([], 1));
  pending.add(call([], 1));
  pending.add(call([], 2));
  pending.add(call([], 1, 'sendSync'));
  assert.deepEqual([pending.invokesOf(1), pending.invokesOf(2), pending.invokesOf(3)], [2, 1, 0]);
  pending.take(first);
  assert.equal(pending.invokesOf(1), 1);
});

test('a frame that goes takes its calls along', () => {
  const pending = new PendingCalls();
  /** @type {string[]} */
  const log = [];
  pending.add(call(log, 1));
  pending.add(call(log, 2));
  pending.add(call(log, 1, 'sendSync'));
  pending.abandonFrame(1);
  assert.deepEqual(log, ['1 abandoned', '1 abandoned']);
  assert.equal(pending.size, 1);
  assert.equal(pending.invokesOf(1), 0);
});

test('when .NET goes every call is answered in its own words', () => {
  const pending = new PendingCalls();
  /** @type {string[]} */
  const log = [];
  pending.add(call(log, 1));
  pending.add(call(log, 2, 'sendSync'));
  pending.failAll({ invoke: 'rejected', sendSync: 'error' });
  assert.deepEqual(log, ['1!rejected', '2!error']);
  assert.equal(pending.size, 0);
});
