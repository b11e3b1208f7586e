'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const { test } = require('node:test');
const { childEnvironment } = require('../../lib/start/child-environment');
const { removeDebuggingSwitches } = require('../../lib/start/debugging-switches');

test('a packaged app takes the switches for debuggers off its command line', () => {
  /** @type {string[]} */
  const removed = [];
  removeDebuggingSwitches({ removeSwitch: (name) => void removed.push(name) });
  assert.deepEqual(removed, ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins']);
});

test('an app in a snap keeps its libraries', () => {
  const env = { SNAP: path.dirname(process.execPath), LD_LIBRARY_PATH: '/x' };
  assert.equal(childEnvironment(env, '/d')['LD_LIBRARY_PATH'], '/x');
});

test('an AppImage that is started from a snap does not', () => {
  const env = { SNAP: path.dirname(process.execPath), APPIMAGE: '/a.AppImage', LD_LIBRARY_PATH: '/x' };
  assert.ok(!('LD_LIBRARY_PATH' in childEnvironment(env, '/d')));
});
