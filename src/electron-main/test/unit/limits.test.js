'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { DEFAULTS } = require('../../lib/configuration');
const { Forwarder } = require('../../lib/ipc/forwarder');
const { Failure } = require('../../lib/ipc/failure');
const { PendingCalls } = require('../../lib/ipc/pending-calls');
const { Requests } = require('../../lib/requests');
const { Link } = require('../../lib/link');
const { writePortMessage } = require('../../lib/ports/port-wire');

const CHANNEL = /** @type {any} */ ({ name: 'ask', number: 1, invokeFrom: [], listenFrom: [] });
const SENDER = { number: 1, snapshot: { origin: 'app://local', name: 'x'.repeat(100) } };

/** @param {object} parts */
function forwarderWith(parts) {
  return new Forwarder(/** @type {any} */ ({
    link: { isConnected: true, send: () => 'queued', explain: (/** @type {any[]} */ ...details) => `limit of ${details.join('/')}` },
    log: { warning() {}, counted() {} },
    pending: new PendingCalls(),
    frames: { identify: () => SENDER, announce: () => 'queued' },
    configuration: { current: DEFAULTS },
    isAllowed: () => true,
    ...parts,
  }));
}

test('a message over the bridge\'s limit names that limit, not the setting', async () => {
  const link = { isConnected: true, send: () => 'too-large', explain: (/** @type {any[]} */ ...details) => `limit of ${details.join('/')}` };
  const call = forwarderWith({ link }).invoke(CHANNEL, /** @type {any} */ ({}), ['x']);
  await assert.rejects(call, (error) => error instanceof Failure
    && /^Error: The message cannot be sent to the \.NET main process: limit of too-large\/1\/\d+$/.test(error.text));
});

test('a sender whose own description is too large is told so', async () => {
  const frames = { identify: () => SENDER, announce: () => 'too-large' };
  const call = forwarderWith({ frames }).invoke(CHANNEL, /** @type {any} */ ({}), ['x']);
  await assert.rejects(call, (error) => error instanceof Failure && /: what is told of the sender: limit of too-large\/1\/1\d\d$/.test(error.text));
});

test('more ports than a message can have are refused by their number', () => {
  const numbers = Array.from({ length: 65_536 }, (_, index) => index);
  assert.throws(() => writePortMessage(numbers, null), (error) => error instanceof Failure
    && error.text === 'Error: The message hands 65536 ports over, more than the 65535 that a message can have');
  assert.equal(writePortMessage(numbers.slice(1), null)[0]?.length, 2 + 4 * 65_535);
});

test('a result that cannot be sent becomes an error that can', async () => {
  /** @type {any[]} */
  const sent = [];
  const link = new Link();
  link.use({
    send: (_kind, _lane, _id, [payload]) => {
      const message = JSON.parse(String(payload));
      return message.value === undefined ? (sent.push(message), 'queued') : 'queue-full';
    },
    explain: () => 'the limit', close: async () => {}, abort: (reason) => sent.push(reason),
  });
  const requests = new Requests(link, /** @type {any} */ ({ failure() {} }));
  requests.add({ large: () => 'x'.repeat(20_000) });
  await requests.carryOut({ call: 4, action: 'large' });
  assert.deepEqual(sent, [{ type: 'result', call: 4, error: "The result of 'large' cannot be sent to the .NET main process: the limit" }]);
});
