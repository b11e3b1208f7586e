'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { takeOverCallErrors } = require('../../lib/ipc/call-errors');
const { Failure } = require('../../lib/ipc/failure');
const { Link } = require('../../lib/link');
const { Log } = require('../../lib/log');
const { clean, cleanStack } = require('../../lib/log-text');

/** A log, and what goes to .NET. */
function createLog() {
  /** @type {Record<string, string>[]} */
  const sent = [];
  const link = new Link();
  link.use({
    explain: () => 'the limit',
    send: (_kind, _lane, _id, [payload]) => {
      sent.push(JSON.parse(String(payload)));
      return 'queued';
    },
    close: async () => {},
    abort() {},
  });
  return { log: new Log(link), sent, lines: () => sent.map(({ message }) => message) };
}

// The same table as in LogTextTests.cs.
for (const [text, expected] of [
  ['notes:add', 'notes:add'],
  ['x\r\nfail: forged\ttext', 'x\\r\\nfail: forged\\ttext'],
  ['\u001b[31mred\u0007\u009b', '\\u001B[31mred\\u0007\\u009B'],
  ['a\u202egnp.exe\u2066\u200f', 'a\\u202Egnp.exe\\u2066\\u200F'],
  ['a\u2028b\u2029c\u0085d\ufeff', 'a\\u2028b\\u2029c\\u0085d\\uFEFF'],
  ['half \ud83d and half \ude00', 'half \\uD83D and half \\uDE00'],
  ['whole 😀, 👩\u200d💻, می\u200cخواهم', 'whole 😀, 👩\u200d💻, می\u200cخواهم'],
]) {
  test(`characters that a line cannot have are escaped: ${expected}`, () => assert.equal(clean(String(text)), expected));
}

test('a long text is cut between characters, and its length is named', () => {
  assert.equal(clean('x'.repeat(20_000_000)), `${'x'.repeat(200)}… (20,000,000 characters)`);
  assert.equal(clean(`${'x'.repeat(199)}😀`), `${'x'.repeat(199)}… (201 characters)`);
  assert.equal(clean('x'.repeat(200)), 'x'.repeat(200));
});

test('the lines of a stack stay, and nothing else that moves the cursor', () => {
  assert.equal(cleanStack('Error: a\u001b[2J\r\n    at b'), 'Error: a\\u001B[2J\n    at b');
  assert.equal(cleanStack('x\n'.repeat(1_000)).split('\n').length, 20);
});

test('the first, the tenth and the hundredth line of a key are written', () => {
  const { log, lines } = createLog();
  for (let i = 1; i <= 100; i++) {
    log.counted('warning', 'refused', 'a', 'Refused.');
  }
  log.counted('warning', 'refused', 'b', 'Refused.');
  assert.deepEqual(lines(), [
    'Refused.', 'Refused. [the 10th line like it; the next that is written is the 100th]',
    'Refused. [the 100th line like it; the next that is written is the 1000th]', 'Refused.',
  ]);
});

test('keys that a page makes up end after a hundred of a kind, and leave room for other kinds', () => {
  const { log, lines } = createLog();
  for (let i = 1; i <= 1_100; i++) {
    log.counted('warning', 'navigation', `https://${i}.example`, `navigation ${i}`);
  }
  assert.equal(lines().length, 103);
  assert.equal(lines().at(-1),
    'navigation 1100 [the 1000th line of its kind that are not told apart; the next that is written is the 10000th]');
  log.counted('warning', 'overload', '1', 'overload');
  assert.equal(lines().at(-1), 'overload');
});

test('keys of any length that begin alike are one', () => {
  const { log, lines } = createLog();
  log.counted('warning', 'refused', `${'x'.repeat(300)}1`, 'first');
  log.counted('warning', 'refused', `${'x'.repeat(300)}2`, 'second');
  assert.deepEqual(lines(), ['first']);
});

test('every text is made safe, also that of a failure', () => {
  const { log, sent } = createLog();
  log.warning('a\u001bb');
  log.failure('load-failed', 'a\nb', { stack: 'c\u001b\n  at d', window: 'main' });
  assert.deepEqual(sent, [
    { type: 'log', level: 'warning', message: 'a\\u001Bb' },
    { type: 'error', source: 'load-failed', message: 'a\\nb', stack: 'c\\u001B\n  at d', window: 'main' },
  ]);
});

test('lines of Electron about failed invokes go through the log, unless it has one already', (t) => {
  const written = t.mock.method(console, 'error', () => {});
  const { log, lines } = createLog();
  takeOverCallErrors(log, { unknownChannels: true });
  console.error("Error occurred in handler for 'told':", new Failure('Error: boom', true));
  console.error("Error occurred in handler for 'ours':", new Failure('Error: too much'));
  for (let i = 1; i <= 10; i++) {
    console.error("Error occurred in handler for 'a\u001bb':", new Error("No handler registered for 'a\u001bb'"));
  }
  console.error("Error occurred in handler for 'text':", "No handler registered for 'text'");
  assert.deepEqual(lines(), [
    "Error occurred in handler for 'ours': Error: too much",
    "Error occurred in handler for 'a\\u001Bb': Error: No handler registered for 'a\\u001Bb'",
    "Error occurred in handler for 'a\\u001Bb': Error: No handler registered for 'a\\u001Bb' "
      + '[the 10th line like it; the next that is written is the 100th]',
    "Error occurred in handler for 'text': Error: No handler registered for 'text'",
  ]);
  assert.equal(written.mock.callCount(), 0);

  const own = new Error('of the own JavaScript');
  console.error("Error occurred in handler for 'own':", own);
  console.error('anything %s', 'else');
  assert.deepEqual(written.mock.calls.map((call) => call.arguments), [["Error occurred in handler for 'own':", own], ['anything %s', 'else']]);
});
