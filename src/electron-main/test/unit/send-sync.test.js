'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { DEFAULTS } = require('../../lib/configuration');
const { Forwarder } = require('../../lib/ipc/forwarder');
const { PendingCalls } = require('../../lib/ipc/pending-calls');

const CHANNEL = /** @type {any} */ ({ name: 'ask', number: 1, invokeFrom: [], listenFrom: [] });
const SENDER = { number: 1, snapshot: { origin: 'app://local', isMainFrame: true } };

/** @param {'queued' | 'queue-full'} sent What becomes of every message. */
function create(sent, { isAllowed = true } = {}) {
  /** @type {string[]} */
  const keys = [];
  /** @type {unknown[]} */
  const answers = [];
  const pending = new PendingCalls();
  const forwarder = new Forwarder(/** @type {any} */ ({
    link: { isConnected: true, send: () => sent, explain: () => 'the limit' },
    log: { warning() {}, counted: (/** @type {string[]} */ ...[, kind, key]) => keys.push(`${kind} ${key}`) },
    pending,
    frames: { identify: () => SENDER, announce: () => 'queued' },
    configuration: { current: DEFAULTS },
    isAllowed: () => isAllowed,
  }));
  const event = /** @type {any} */ (Object.defineProperty({}, 'returnValue', { set: (value) => answers.push(value), get() {} }));
  return { forwarder, pending, event, answers, keys };
}

test('a sendSync that nobody answers ends at its deadline', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { forwarder, event, answers } = create('queued');
  forwarder.message(CHANNEL, event, []);
  t.mock.timers.tick(DEFAULTS.syncDeadlineMs - 1);
  assert.deepEqual(answers, []);
  t.mock.timers.tick(1);
  assert.deepEqual(answers, [{ error: 'reply was never sent' }]);
});

test('a sendSync that could not leave is answered at once, and has no deadline', (t) => {
  const started = t.mock.method(globalThis, 'setTimeout');
  const { forwarder, event, answers } = create('queue-full');
  forwarder.message(CHANNEL, event, []);
  assert.deepEqual(answers, [{ error: 'Error: Too much is waiting to be sent to the .NET main process: the limit' }]);
  assert.equal(started.mock.callCount(), 0);
});

test('what somebody else answers gets no failure from here, but a value', () => {
  const refused = create('queued', { isAllowed: false });
  refused.forwarder.unbound('ask', refused.event, [], true);
  const full = create('queue-full');
  full.forwarder.unbound('ask', full.event, [], true);
  assert.deepEqual([refused.answers, full.answers], [[], []]);
  const queued = create('queued');
  queued.forwarder.unbound('ask', queued.event, [], true);
  queued.pending.take(1)?.succeed('value');
  assert.deepEqual(queued.answers, ['value']);
});

test('refusals on names that pages make up share one line of the log', () => {
  const { forwarder, event, keys, answers } = create('queued', { isAllowed: false });
  forwarder.unbound('made-up 1', event, [], false);
  forwarder.unbound('made-up 2', event, [], false);
  forwarder.message(CHANNEL, event, []);
  assert.deepEqual(keys, ['refused 0 app://local', 'refused 0 app://local', 'refused 1 app://local']);
  assert.equal(answers.length, 3);
});
