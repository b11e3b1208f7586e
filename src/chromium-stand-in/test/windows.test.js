'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { electron, useHost, open, run } = require('./support/host');

const { app, BrowserWindow, ipcMain, webContents: contentsModule } = electron;
useHost();

test('each window speaks for itself', async () => {
  const windows = await Promise.all([open(), open(), open()]);
  ipcMain.handle('which', (event) => event.sender.id);
  const ids = await Promise.all(
    windows.map(({ webContents }) => run(webContents, `Promise.all(Array.from({ length: 100 }, () => api.invoke('which')))`)),
  );
  assert.deepEqual(
    ids,
    windows.map(({ webContents }) => Array(100).fill(webContents.id)),
  );
  for (const window of windows) {
    assert.equal(BrowserWindow.fromWebContents(window.webContents), window);
    assert.equal(BrowserWindow.fromId(window.id), window);
    assert.equal(contentsModule.fromId(window.webContents.id), window.webContents);
  }
  assert.equal(BrowserWindow.fromId(999), null);
});

test('the window that was shown or focused last has the focus, of those that can have it', async () => {
  BrowserWindow.getAllWindows().forEach((window) => window.destroy());
  assert.equal(BrowserWindow.getFocusedWindow(), null);
  const [first, second, third] = [new BrowserWindow(), new BrowserWindow(), new BrowserWindow({ show: false })];
  const focused = () => [first, second, third].indexOf(/** @type {any} */ (BrowserWindow.getFocusedWindow()));
  assert.equal(focused(), 1, 'one that was not shown has none');
  first.focus();
  assert.deepEqual([focused(), first.isFocused(), second.isFocused()], [0, true, false]);
  assert.equal(contentsModule.getFocusedWebContents(), first.webContents);
  second.show();
  assert.equal(focused(), 1, 'also one that was visible already');
  third.focus();
  assert.equal(focused(), 1, 'not a hidden one');
  third.showInactive();
  assert.equal(focused(), 1);
  third.focus();
  third.minimize();
  assert.equal(focused(), 1);
  third.restore();
  assert.equal(focused(), 2);
  third.hide();
  second.destroy();
  assert.equal(focused(), 0);
  assert.equal(electron.BaseWindow.getFocusedWindow(), first);
  first.close();
  await once(first, 'closed');
  assert.equal(BrowserWindow.getFocusedWindow(), null);
  third.destroy();
});

test('creation is announced, with the contents first', async () => {
  /** @type {unknown[]} */
  const announced = [];
  app.once('web-contents-created', (_event, contents) => announced.push(contents));
  app.once('browser-window-created', (_event, window) => announced.push(window));
  const window = new BrowserWindow({ show: false });
  assert.deepEqual(announced, [window.webContents, window]);
  window.destroy();
});

test('closing can be prevented, and happens otherwise', async () => {
  const window = await open();
  window.once('close', (event) => event.preventDefault());
  window.close();
  await run(window.webContents, '1');
  assert.equal(window.isDestroyed(), false);
  const { webContents } = window;
  const closed = once(window, 'closed');
  window.close();
  await closed;
  assert.deepEqual([window.isDestroyed(), webContents.isDestroyed(), BrowserWindow.getAllWindows().includes(window)], [true, true, false]);
  assert.throws(() => window.webContents, { name: 'TypeError', message: 'Object has been destroyed' });
});

test('a page may close its window', async () => {
  const window = await open();
  const closed = once(window, 'closed');
  run(window.webContents, 'window.close()').catch(() => {});
  await closed;
});

/** @param {Electron.BrowserWindow} window @returns {string[]} what is told of its end, and whether window and contents are gone then */
function endOf(window) {
  const { webContents } = window;
  /** @type {string[]} */
  const told = [];
  const see = (/** @type {string} */ name) => told.push(`${name} ${window.isDestroyed()} ${webContents.isDestroyed()}`);
  window.on('close', () => see('close'));
  window.on('closed', () => see('closed'));
  webContents.on('destroyed', () => see('destroyed'));
  return told;
}

test('a window that is closed ends after its contents, one that is destroyed before them', async () => {
  const [closed, destroyed, closedByPage] = [await open(), await open(), await open()];
  const told = [closed, destroyed, closedByPage].map((window) => endOf(/** @type {any} */ (window)));
  const ends = [once(closed, 'closed'), once(destroyed.webContents, 'destroyed'), once(closedByPage, 'closed')];
  closed.close();
  destroyed.destroy();
  assert.deepEqual(told[1], ['closed true false']);
  run(closedByPage.webContents, 'window.close()').catch(() => {});
  await Promise.all(ends);
  assert.deepEqual(told, [
    ['close false false', 'destroyed false true', 'closed true true'],
    ['closed true false', 'destroyed true true'],
    ['destroyed false true', 'closed true true'],
  ]);
});

test('a destroyed window is gone at once, with calls pending', async () => {
  const window = await open();
  const asked = new Promise((resolve) =>
    ipcMain.handle('pending', () => {
      resolve(undefined);
      return new Promise(() => {});
    }),
  );
  run(window.webContents, `void api.invoke('pending')`).catch(() => {});
  await asked;
  let events = '';
  window.on('close', () => {
    events += 'close ';
  });
  window.on('closed', () => {
    events += 'closed ';
  });
  window.destroy();
  assert.equal(events, 'closed ');
  assert.equal(window.isDestroyed(), true);
});

test('the least size is what was asked for', () => {
  const window = new BrowserWindow({ width: 500, height: 400, minWidth: 300, minHeight: 200, show: false });
  assert.deepEqual(window.getMinimumSize(), [300, 200]);
  window.setMinimumSize(1, 2);
  assert.deepEqual(window.getMinimumSize(), [1, 2]);
  window.destroy();
});

test('size, title and visibility', async () => {
  const window = new BrowserWindow({ width: 500, height: 300, show: false, title: 'Given' });
  assert.equal(window.getTitle(), 'Given');
  assert.deepEqual([window.getSize(), window.isVisible()], [[500, 300], false]);
  const shown = once(window, 'show');
  window.show();
  await shown;
  assert.equal(window.isVisible(), true);
  const ready = once(window, 'ready-to-show');
  await window.loadURL('data:text/html,<title>Page</title><p>text');
  await ready;
  assert.deepEqual(await run(window.webContents, '[innerWidth, innerHeight]'), [500, 300]);
  window.setSize(640, 480);
  const png = await window.capturePage();
  assert.deepEqual(png.getSize(), { width: 640, height: 480 });
  assert.equal(png.toPNG().subarray(1, 4).toString(), 'PNG');
  assert.equal(window.getTitle(), 'Page');
});

test('console messages arrive with level and place', async () => {
  const { webContents } = await open();
  const said = once(webContents, 'console-message');
  await run(webContents, `console.warn('careful', 1, null)`);
  const [event] = await said;
  assert.deepEqual([event.level, event.message, event.frame], ['warning', 'careful 1 null', webContents.mainFrame]);
});

test('executeJavaScript brings values and errors', async () => {
  const { webContents } = await open();
  assert.deepEqual(await run(webContents, '({ a: [1, undefined, 2n], d: new Date(4), s: new Set([1]), n: -0 })'), {
    a: [1, undefined, 2n],
    d: new Date(4),
    s: new Set([1]),
    n: -0,
  });
  await assert.rejects(run(webContents, `(() => { throw new RangeError('inside'); })()`), { message: 'inside' });
  await assert.rejects(run(webContents, `Promise.reject('text')`), (reason) => reason === 'text');
});

test('executeJavaScript brings what structured clone copies, as it is', async () => {
  const { webContents } = await open();
  const error = await run(webContents, `new RangeError('inside', { cause: new Map([[1, 'one']]) })`);
  assert.deepEqual([error instanceof RangeError, error.message, error.cause], [true, 'inside', new Map([[1, 'one']])]);
  assert.deepEqual(await run(webContents, '[new Uint8Array([1, 2]), new Float64Array([0.5]), new BigInt64Array([3n]), new Uint8Array([4]).buffer]'), [
    new Uint8Array([1, 2]), new Float64Array([0.5]), new BigInt64Array([3n]), new Uint8Array([4]).buffer,
  ]);
  assert.deepEqual(await run(webContents, '[NaN, -0, Infinity, 2n ** 70n, /a/gi, Object(1), [, 1], null]'), [
    NaN, -0, Infinity, 2n ** 70n, /a/gi, Object(1), [, 1], null,
  ]);
  assert.deepEqual(await Promise.all(['NaN', '-0', '-Infinity', '5n', 'undefined', 'null', `'text'`].map((code) => run(webContents, code))), [
    NaN, -0, -Infinity, 5n, undefined, null, 'text',
  ]);
  const cyclic = await run(webContents, 'const one = { list: [] }; one.list.push(one, one); Promise.resolve(one)');
  assert.deepEqual(cyclic.list.map((/** @type {unknown} */ each) => each === cyclic), [true, true]);
  const event = `new Promise((heard) => addEventListener('mine', heard, { once: true }) ?? dispatchEvent(new Event('mine')))`;
  assert.deepEqual(await run(webContents, event), { isTrusted: false }, 'as over the context bridge');
  const { webContents: together } = await open('<!doctype html>', { contextIsolation: false, url: 'app://local/together.html' });
  await assert.rejects(run(together, event), { message: 'An object could not be cloned.' });
  for (const code of ['() => 1', 'document.body', `Symbol('s')`, '({ inside: [() => 1] })', 'new WeakMap()', 'Promise.resolve(window)']) {
    await assert.rejects(run(webContents, code), { message: 'An object could not be cloned.' }, code);
  }
});

test('a crashed page is told', async () => {
  const { webContents } = await open();
  const gone = once(webContents, 'render-process-gone');
  const appGone = once(app, 'render-process-gone');
  run(webContents, '1')
    .then(() => webContents.loadURL('chrome://crash'))
    .catch(() => {});
  assert.equal((await gone)[1].reason, 'crashed');
  assert.equal((await appGone)[1], webContents);
});

test('a hidden window is hidden to its page; one that was never shown is not', async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<p>');
  const { webContents } = window;
  assert.deepEqual([webContents.mainFrame.visibilityState, await run(webContents, 'document.visibilityState')], ['visible', 'visible']);
  window.show();
  for (const state of ['hidden', 'visible']) {
    await run(
      webContents,
      `void (window.changed = new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true })))`,
    );
    if (state === 'hidden') window.hide();
    else window.show();
    await run(webContents, 'changed.then(() => 0)');
    assert.deepEqual([webContents.mainFrame.visibilityState, await run(webContents, 'document.visibilityState')], [state, state]);
  }
});

test('minimizing, maximizing and restoring are told', async () => {
  const window = new BrowserWindow();
  /** @type {string[]} */
  const told = [];
  for (const name of /** @type {const} */ (['minimize', 'restore', 'maximize', 'unmaximize'])) window.on(name, () => told.push(name));
  window.minimize();
  assert.equal(window.isMinimized(), true);
  window.restore();
  window.maximize();
  assert.deepEqual([window.isMinimized(), window.isMaximized()], [false, true]);
  window.unmaximize();
  await new Promise(setImmediate);
  assert.deepEqual(told, ['minimize', 'restore', 'maximize', 'unmaximize']);
  window.destroy();
});
