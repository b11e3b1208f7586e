'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const { test } = require('node:test');
const { inspect } = require('node:util');
const { readConfiguration, DEFAULTS } = require('../../lib/configuration');
const { kindOf } = require('../../lib/ipc/event-kind');
const { Failure } = require('../../lib/ipc/failure');
const { Link } = require('../../lib/link');
const { writeJson, writeNamedCall } = require('../../lib/messages');
const { commandOf } = require('../../lib/windows/developer-keys');
const { browserWindowOptions } = require('../../lib/windows/window-options');

test('kinds of messages are told apart by the properties that Electron gives them', () => {
  /** @type {any} */
  const sync = {};
  Object.defineProperty(sync, 'returnValue', { set() {}, get() {} });
  assert.equal(kindOf(sync), 'sendSync');
  assert.equal(kindOf(/** @type {any} */ ({ ports: [] })), 'postMessage');
  assert.equal(kindOf(/** @type {any} */ ({ reply() {} })), 'send');
});

test('a returnValue that somebody assigned to a send does not make it a sendSync (S68)', () => {
  assert.equal(kindOf(/** @type {any} */ ({ returnValue: 1 })), 'send');
});

test('a failure shows its text and nothing else', () => {
  const failure = new Failure('Error: boom');
  assert.equal(failure.toString(), 'Error: boom');
  assert.equal(inspect(failure), 'Error: boom');
  assert.equal(String(new Failure('')), 'Error', 'an empty text would resolve the promise (S52)');
});

test('the configuration keeps its defaults where nothing usable is given', () => {
  assert.deepEqual(readConfiguration({ type: 'configure' }), DEFAULTS);
  assert.deepEqual(readConfiguration({ development: 'yes', limits: null, allowedOrigins: 'x', syncDeadlineMs: null }), DEFAULTS);
});

test('the configuration takes what it knows', () => {
  const read = readConfiguration({
    development: true, allowedOrigins: ['http://localhost:1', 'null', '', 3], limits: { maxMessageBytes: 5, other: 1 }, syncDeadlineMs: 0,
    graceMs: 7, shutdownMs: 8, quitWhenAllWindowsClosed: false, contentSecurityPolicy: '', pageConsole: 'error', unknown: 1,
  });
  assert.deepEqual(read, {
    development: true, allowedOrigins: ['http://localhost:1'], limits: { ...DEFAULTS.limits, maxMessageBytes: 5 }, syncDeadlineMs: 0,
    graceMs: 7, shutdownMs: 8, quitWhenAllWindowsClosed: false, contentSecurityPolicy: '', pageConsole: 'error',
  });
});

test('developer keys', () => {
  const none = { type: /** @type {const} */ ('keyDown'), key: 'a', control: false, meta: false, shift: false };
  const key = (/** @type {object} */ members) => commandOf({ ...none, ...members });
  assert.equal(key({ key: 'F12' }), 'devTools');
  assert.equal(key({ key: 'I', control: true, shift: true }), 'devTools');
  assert.equal(key({ key: 'F5' }), 'reload');
  assert.equal(key({ key: 'r', meta: true }), 'reload');
  for (const other of [{ key: 'r' }, { key: 'i', control: true }, { key: 'F12', type: 'keyUp' }, {}]) {
    assert.equal(key(other), null);
  }
});

test('windows are isolated and sandboxed, whatever is asked for', () => {
  const unsafe = { contextIsolation: false, nodeIntegration: true };
  const asked = /** @type {any} */ ({ width: 800, title: null, subFrames: true, preload: 'a/p.js', ...unsafe });
  assert.deepEqual(browserWindowOptions(asked, '/app'), {
    width: 800,
    show: false,
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: true,
      devTools: false,
      preload: path.resolve('/app', 'a/p.js'),
    },
  });
});

test('a channel name that is too long for the wire is told as such', () => {
  assert.equal(writeNamedCall('x'.repeat(65_535), [])[1]?.length, 65_535);
  const isExplained = (/** @type {unknown} */ error) => /^Error: The channel's name has 65536 bytes, /.test(String(error));
  assert.throws(() => writeNamedCall('é'.repeat(32_768), []), isExplained);
});

test('half of a surrogate pair becomes what UTF-8 makes of it, as .NET reads no other JSON', () => {
  const content = { name: 'a\ud800', parents: [{ url: '\udc00b', path: 'C:\\ud8', fine: '😀' }], number: 1 };
  assert.equal(String(writeJson(content)), '{"name":"a\ufffd","parents":[{"url":"\ufffdb","path":"C:\\\\ud8","fine":"😀"}],"number":1}');
});

test('a control message that cannot be sent ends the connection; a report may get lost', () => {
  /** @type {string[]} */
  const aborts = [];
  /** @type {import('../../lib/link').SendResult} */
  let result = 'queue-full';
  const link = new Link();
  link.use({ send: () => result, explain: () => 'the limit', close: async () => {}, abort: (reason) => aborts.push(reason) });
  assert.equal(link.report({ type: 'log', level: 'error', message: '' }), 'queue-full');
  assert.deepEqual(aborts, []);
  assert.equal(link.control({ type: 'frame-gone', frame: 1, reason: 'removed' }), 'queue-full');
  assert.match(aborts.join(), /^Electron's side could not send the control message 'frame-gone' to the \.NET main process: queue-full\.$/);
  result = 'closed';
  link.control({ type: 'frame-gone', frame: 1, reason: 'removed' });
  assert.equal(aborts.length, 1);
});
