'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const { test } = require('node:test');
const { childEnvironment, diagnosticsEnvironment } = require('../../lib/start/child-environment');
const { removeDebuggingSwitches } = require('../../lib/start/debugging-switches');
const { readLaunch, toLaunch, writeLaunch } = require('../../lib/start/launch');
const { temporaryFolder } = require('../support/temporary');

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

test('an app closes the diagnostics of its .NET, whatever its own environment says', () => {
  for (const env of [{}, { DOTNET_EnableDiagnostics: '1' }, { dotnet_enablediagnostics: '1' }, { DOTNET_EnableDiagnostics_IPC: '1' }]) {
    const names = Object.entries(childEnvironment(env, '/d')).filter(([name]) => /diagnostics/i.test(name));
    assert.deepEqual(names, [['DOTNET_EnableDiagnostics', '0']]);
  }
});

test('an app whose settings say so opens them', () => {
  assert.deepEqual({ ...childEnvironment({}, '/d'), ...diagnosticsEnvironment(true) }, { DOTNET_EnableDiagnostics: '1', IPCAPP_DIR: '/d' });
  assert.deepEqual(diagnosticsEnvironment(false), {});
});

test('how the app was started is read only if it is all there', (t) => {
  const launch = { arguments: ['a', ''], workingDirectory: '/x' };
  const folder = temporaryFolder(t);
  assert.equal(readLaunch(folder), null);
  writeLaunch(folder, launch);
  assert.deepEqual(readLaunch(folder), launch);
  assert.deepEqual(toLaunch({ ...launch, more: 1 }), launch);
  for (const wrong of [null, undefined, 'a', {}, { arguments: ['a'] }, { ...launch, arguments: 'a' }, { ...launch, arguments: [1] }]) {
    assert.equal(toLaunch(wrong), null);
  }
});
