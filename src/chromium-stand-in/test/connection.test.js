'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { PassThrough } = require('node:stream');
const { Connection } = require('../lib/cdp/connection');

/** A browser that says what the test lets it say. @param {number} [longest] */
function connect(longest) {
  const input = new PassThrough();
  const connection = new Connection(new PassThrough(), input, longest);
  return { connection, input, say: (/** @type {string} */ text) => input.write(`${text}\0`) };
}

test('messages are read whole, however their bytes come', async () => {
  const { connection, input } = connect();
  const version = connection.root.send('Browser.getVersion');
  const bytes = Buffer.from(`${JSON.stringify({ id: 1, result: { product: 'é'.repeat(1000) } })}\0`);
  for (let at = 0; at < bytes.length; at += 7) input.write(bytes.subarray(at, at + 7));
  assert.equal((await version).product, 'é'.repeat(1000));
});

test('a result that is too long fails its command alone', async () => {
  const { connection, say } = connect(2000);
  const results = [connection.root.send('Browser.getVersion'), connection.root.send('Browser.getVersion')];
  const failed = assert.rejects(/** @type {Promise<unknown>} */ (results[0]), {
    message: /^Browser\.getVersion: The result is too large: it has 3\d\d\d bytes, more than the 2000 that the Chromium host takes/,
  });
  say(JSON.stringify({ id: 1, result: { product: 'x'.repeat(3000) } }));
  say(JSON.stringify({ id: 2, result: { product: 'x'.repeat(10) } }));
  await failed;
  assert.deepEqual(await results[1], { product: 'x'.repeat(10) });
});

test('an event that is too long is told of by its name and its beginning', async (t) => {
  const printed = t.mock.method(process.stderr, 'write', () => true);
  const { connection, say } = connect(2000);
  const dropped = once(connection, 'too-long');
  say(JSON.stringify({ method: 'Fetch.requestPaused', params: { requestId: 'interception-job-1.0', body: 'x'.repeat(3000) } }));
  const [method, head] = await dropped;
  assert.equal(method, 'Fetch.requestPaused');
  assert.match(head, /"requestId":"interception-job-1\.0"/);
  assert.match(String(printed.mock.calls[0]?.arguments[0]), /^ipcapp: Fetch\.requestPaused of Chromium was dropped: it has 3\d\d\d bytes/);
});

test('what is no protocol message ends the connection with the reason', async () => {
  const { connection, say } = connect();
  const pending = assert.rejects(connection.root.send('Browser.getVersion'), { message: /cannot be read/ });
  const closed = once(connection, 'close');
  say('not JSON');
  say(JSON.stringify({ id: 1, result: {} }));
  assert.match((await closed)[0], /^its messages cannot be read \(.*not valid JSON\)$/);
  await pending;
});

test('a command that Chromium would not read is refused', async (t) => {
  const printed = t.mock.method(process.stderr, 'write', () => true);
  const { connection } = connect();
  const expression = 'é'.repeat(60_000_000);
  await assert.rejects(connection.root.send('Runtime.evaluate', { expression }), {
    message: /^Runtime\.evaluate: the message has 1200000\d\d bytes, more than the 104857599 that Chromium's DevTools pipe takes$/,
  });
  assert.equal(connection.root.post('Runtime.evaluate', { expression }), false);
  assert.match(String(printed.mock.calls[0]?.arguments[0]), /^ipcapp: Runtime\.evaluate: .* it was dropped\.\n$/);
  assert.equal(connection.root.post('Runtime.evaluate', { expression: '1' }), true);
});
