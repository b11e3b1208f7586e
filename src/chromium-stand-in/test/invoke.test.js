'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { electron, useHost, open, run, preload } = require('./support/host');

const { ipcMain } = electron;
useHost();

/** @type {ReturnType<typeof open> | undefined} */
let shared;
/** For tests that leave no trace in the page. */
const anyPage = async () => (await (shared ??= open())).webContents;

test('an invoke brings all arguments and its answer back', async () => {
  ipcMain.handle('echo', (_event, ...args) => args);
  const webContents = await anyPage();
  const same = await run(
    webContents,
    `api.invoke('echo', 1, undefined, new Date(5), new Map([['a', 10n]]), [1, , 3]).then(
    ([a, b, c, d, e]) => a === 1 && b === undefined && c.getTime() === 5 && d.get('a') === 10n && e.length === 3 && e[2] === 3)`,
  );
  assert.equal(same, true);
});

test('1000 overlapping invokes each get their own answer', async () => {
  ipcMain.handle('double', async (_event, n) => {
    if (n % 3 === 0) await null;
    if (n % 7 === 0) await new Promise(setImmediate);
    return n * 2;
  });
  const webContents = await anyPage();
  const wrong = await run(
    webContents,
    `
    Promise.all(Array.from({ length: 1000 }, (_, n) => api.invoke('double', n)))
      .then((answers) => answers.filter((answer, n) => answer !== n * 2).length)`,
  );
  assert.equal(wrong, 0);
});

/** @type {[string, () => unknown, string][]} */
const failures = [
  [
    'an Error',
    () => {
      throw new Error('boom');
    },
    'Error: boom',
  ],
  [
    'a subclass',
    async () => {
      throw new TypeError('bad');
    },
    'TypeError: bad',
  ],
  [
    'a named error',
    () => {
      throw Object.assign(new Error('m'), { name: 'MyErr', code: 1 });
    },
    'MyErr: m',
  ],
  [
    'no message',
    () => {
      throw new Error('');
    },
    'Error',
  ],
  [
    'a string',
    () => {
      throw 'plain';
    },
    'plain',
  ],
  [
    'a number',
    () => {
      throw 0;
    },
    '0',
  ],
  [
    'a plain object',
    () => {
      throw {};
    },
    '[object Object]',
  ],
  ['an answer that cannot be cloned', () => () => {}, 'Error: An object could not be cloned.'],
];
for (const [what, handler, text] of failures) {
  test(`a handler's failure reaches the page as text: ${what}`, async (t) => {
    const logged = t.mock.method(console, 'error', () => {});
    const channel = `fails with ${what}`;
    ipcMain.handle(channel, handler);
    const webContents = await anyPage();
    const message = await run(webContents, `api.invoke('${channel}').catch((error) => error.message)`);
    assert.equal(message, `Error invoking remote method '${channel}': ${text}`);
    assert.equal(logged.mock.calls[0]?.arguments[0], `Error occurred in handler for '${channel}':`);
  });
}

test('a missing handler rejects', async (t) => {
  t.mock.method(console, 'error', () => {});
  const webContents = await anyPage();
  const message = await run(webContents, `api.invoke('nobody').catch((error) => error.message)`);
  assert.equal(message, `Error invoking remote method 'nobody': Error: No handler registered for 'nobody'`);
});

test('the rejection is a plain Error of the page', async (t) => {
  t.mock.method(console, 'error', () => {});
  ipcMain.handle('range', () => {
    throw new RangeError('r');
  });
  const { webContents } = await open('', { preload: preload('probe.js') });
  assert.deepEqual(await run(webContents, `probe('invokeError', 'range')`), { name: 'Error', isError: true, keys: [] });
});

test('uncloneable arguments reject without a prefix, and nothing is sent', async () => {
  ipcMain.handle('never', () => assert.fail('reached'));
  const { webContents } = await open('', { preload: preload('probe.js') });
  assert.equal(await run(webContents, `probe('uncloneableInvoke', 'never')`), 'An object could not be cloned.');
});

test('handleOnce answers once', async (t) => {
  t.mock.method(console, 'error', () => {});
  ipcMain.handleOnce('once', () => 'first');
  const webContents = await anyPage();
  const outcomes = await run(
    webContents,
    `Promise.allSettled([api.invoke('once'), api.invoke('once')]).then((all) => all.map((each) => each.status))`,
  );
  assert.deepEqual(outcomes, ['fulfilled', 'rejected']);
});

test("registering twice, or no function, throws Electron's texts", () => {
  ipcMain.handle('taken', () => {});
  assert.throws(() => ipcMain.handle('taken', () => {}), { message: `Attempted to register a second handler for 'taken'` });
  assert.throws(() => ipcMain.handle('free', /** @type {any} */ (undefined)), {
    name: 'TypeError',
    message: `Expected handler to be a function, but found type 'undefined'`,
  });
});

test('the first emitter with a handler answers: frame, contents, main', async () => {
  const channel = 'scoped';
  const { webContents } = await open();
  const ask = () => run(webContents, `api.invoke('scoped')`);
  ipcMain.handle(channel, () => 'main');
  assert.equal(await ask(), 'main');
  webContents.ipc.handle(channel, () => 'contents');
  assert.equal(await ask(), 'contents');
  webContents.mainFrame.ipc.handle(channel, () => 'frame');
  assert.equal(await ask(), 'frame');
});
