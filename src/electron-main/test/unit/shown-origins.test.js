'use strict';

const assert = require('node:assert/strict');
const { EventEmitter } = require('node:events');
const { test } = require('node:test');
const { ShownOrigins } = require('../../lib/windows/shown-origins');

function create() {
  /** @type {string[]} */
  const warnings = [];
  const shown = new ShownOrigins(/** @type {any} */ ({ warning: (/** @type {string} */ line) => warnings.push(line) }));
  /** @param {string[]} origins @returns {any} */
  const open = (...origins) => {
    const window = /** @type {any} */ (Object.assign(new EventEmitter(), { webContents: {} }));
    shown.allow(window, origins);
    return window;
  };
  return { shown, warnings, open };
}

test('an origin is shown as long as a window is open that may', () => {
  const { shown, open } = create();
  const first = open('https://a.example', 'https://a.example', 'app://other');
  const second = open('https://a.example');
  assert.deepEqual([...shown.all], ['https://a.example', 'app://other']);
  first.emit('closed');
  assert.deepEqual([...shown.all], ['https://a.example']);
  assert.deepEqual([...shown.of(second.webContents)], ['https://a.example']);
  second.emit('closed');
  assert.equal(shown.all.size, 0);
});

const WRONG = [
  'https://a.example/', 'https://a.example/path', "https://a.example 'unsafe-inline'", 'https://a;script-src', 'https://*.example.com', '*',
  'HTTPS://A.example', 'null', 'data:', 'app://', "app://x'", 'app://x,y', 'app://x; script-src *', 'a.example', '',
];
for (const text of WRONG) {
  test(`what is no origin is left out, and told: '${text}'`, () => {
    const { shown, warnings, open } = create();
    const window = open(text, 'http://localhost:5173');
    assert.deepEqual([...shown.all], ['http://localhost:5173']);
    assert.deepEqual([...shown.of(window.webContents)], ['http://localhost:5173']);
    assert.equal(warnings.length, 1);
    assert.ok(warnings[0]?.startsWith(`'${text}' is not an origin`));
  });
}
