'use strict';

const assert = require('node:assert/strict');
const { EventEmitter } = require('node:events');
const { test } = require('node:test');
const { reportConsole } = require('../../lib/windows/page-console');

/** @param {string | null} threshold */
function watch(threshold) {
  const contents = Object.assign(new EventEmitter(), { id: 7 });
  const clock = { now: 0 };
  /** @type {any[]} */
  const told = [];
  const link = /** @type {any} */ ({ report: (/** @type {any} */ message) => told.push(message) });
  reportConsole(/** @type {any} */ (contents), link, () => threshold, () => clock.now);
  const say = (/** @type {string} */ level, message = 'text', sourceId = 'app://local/index.js') => (
    contents.emit('console-message', { level, message, lineNumber: 12, sourceId })
  );
  return { say, told, clock };
}

test('what a page writes to its console is told from the level on that .NET wants', () => {
  for (const [threshold, expected] of /** @type {[string | null, string[]][]} */ ([
    [null, []], ['error', ['error']], ['warning', ['warning', 'error']], ['debug', ['debug', 'info', 'warning', 'error']],
  ])) {
    const { say, told } = watch(threshold);
    ['debug', 'info', 'warning', 'error'].forEach((level) => say(level));
    assert.deepEqual(told.map(({ level }) => level), expected);
  }
});

test('with its script and line, and no more than has room', () => {
  const { say, told } = watch('warning');
  say('error', 'x'.repeat(5000), `app://local/${'y'.repeat(5000)}`);
  assert.deepEqual(told, [{
    type: 'console', contents: 7, level: 'error', message: `${'x'.repeat(4000)}…`, source: `app://local/${'y'.repeat(388)}…`, line: 12,
  }]);
});

test('what developer tools say of themselves is not told', () => {
  const { say, told } = watch('debug');
  say('error', 'Request Autofill.enable failed', 'devtools://devtools/bundled/main.js');
  assert.deepEqual(told, []);
});

test('a page that does not stop is told a hundred times, and then once a second', () => {
  const { say, told, clock } = watch('warning');
  const flood = () => Array.from({ length: 1000 }, () => say('error'));
  flood();
  assert.equal(told.length, 100);
  assert.equal(told[98].message, 'text');
  assert.equal(told[99].message, 'text (more of this window is left out for now)');
  clock.now = 2500;
  flood();
  assert.equal(told.length, 102);
  clock.now = 3000;
  flood();
  assert.equal(told.length, 103);
});
