'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const { test } = require('node:test');
const { readAppSettings } = require('../../lib/start/app-settings');
const { takeRendezvous } = require('../../lib/start/environment');
const { SetupError } = require('../../lib/start/setup-error');
const { temporaryFolder } = require('../support/temporary');

const SETTINGS = {
  id: 'com.example.notes', name: 'Notes', scheme: 'app', wwwroot: '../wwwroot', userMain: '../electron/main.cjs', singleInstance: false,
  mainProcess: 'Notes', handshakeMs: 15_000, diagnostics: false,
};

/** @param {import('node:test').TestContext} t @param {string} [text] */
function read(t, text) {
  const folder = temporaryFolder(t, text === undefined ? {} : { '.ipcapp/app.json': text });
  return { folder, settings: () => readAppSettings(path.join(folder, '.ipcapp', 'app.json')) };
}

test('paths of app.json are relative to its folder', (t) => {
  const { folder, settings } = read(t, JSON.stringify(SETTINGS));
  assert.deepEqual(settings(), {
    ...SETTINGS, wwwroot: path.join(folder, 'wwwroot'), userMain: path.join(folder, 'electron', 'main.cjs'), root: folder,
  });
});

/** @type {[string, string | undefined, RegExp][]} */
const BROKEN = [
  ['missing', undefined, /ENOENT/],
  ['empty', '', /JSON/],
  ['not JSON', '{ "id": ', /SyntaxError/],
  ['no object', '[]', /one JSON object/],
  ['without an id', JSON.stringify({ ...SETTINGS, id: undefined }), /'id' must be a string/],
  ['with a wrong type', JSON.stringify({ ...SETTINGS, singleInstance: 'no' }), /'singleInstance' must be a boolean/],
  ['with a scheme of the web', JSON.stringify({ ...SETTINGS, scheme: 'https' }), /'scheme' cannot be 'https'/],
  ['with a path for its main process', JSON.stringify({ ...SETTINGS, mainProcess: '../sh' }), /'mainProcess' must be the name of a file/],
  ['with a line break', JSON.stringify({ ...SETTINGS, name: 'My\nApp' }), /'name' must be one line without control characters; it is "My\\nApp"/],
  ['with more patience than a timer has', JSON.stringify({ ...SETTINGS, handshakeMs: 2 ** 31 }), /from 1 to 2147483647; it is 2147483648/],
  ['without patience', JSON.stringify({ ...SETTINGS, handshakeMs: 0 }), /'handshakeMs' must be a whole number/],
  ['with no scheme at all', JSON.stringify({ ...SETTINGS, scheme: 'My App' }), /'scheme' cannot be 'My App'/],
];
for (const [what, text, expected] of BROKEN) {
  test(`an app.json that is ${what} is one line that names it and the way out`, (t) => {
    const { settings } = read(t, text);
    assert.throws(settings, (/** @type {Error} */ error) => {
      assert.ok(error instanceof SetupError);
      assert.match(error.message, /^\.ipcapp\/app\.json cannot be used \(.*\); build the app again/);
      assert.match(error.message, expected);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
  });
}

test('the rendezvous is taken out of the environment', () => {
  const env = { IPCAPP_DIR: '/x', IPCAPP_HANDSHAKE_MS: '200', OTHER: '1' };
  assert.deepEqual(takeRendezvous(env), { directory: '/x', handshakeMs: 200 });
  assert.deepEqual(env, { OTHER: '1' });
});

test('the deadline is 15 seconds, or what .NET says', () => {
  assert.equal(takeRendezvous({ IPCAPP_DIR: '/x' }).handshakeMs, 15_000);
  assert.equal(takeRendezvous({ IPCAPP_DIR: '/x', IPCAPP_HANDSHAKE_MS: '90000' }).handshakeMs, 90_000);
  for (const value of ['0', '-1', 'soon', '']) {
    assert.throws(() => takeRendezvous({ IPCAPP_DIR: '/x', IPCAPP_HANDSHAKE_MS: value }), /IPCAPP_HANDSHAKE_MS must be/);
  }
});

test('without a rendezvous the developer reads how to start the app', () => {
  assert.throws(() => takeRendezvous({}), { message: 'start the app with `dotnet run --project MainProcess`' });
});
