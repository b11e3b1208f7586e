'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { electron, useHost, open, run, preload, pages } = require('./support/host');

const { ipcMain, session, BrowserWindow } = electron;
useHost();

const page = `<!doctype html><html><head><script>window.pageGlobal = 1; window.atScriptTime = typeof marker;</script></head><body>`;

test('a preload runs once a document, before its scripts, with a document element', async () => {
  let runs = 0;
  ipcMain.on('preload-ran', () => runs++);
  const { webContents } = await open(page, { preload: preload('marker.js') });
  assert.equal(runs, 1);
  assert.equal(await run(webContents, 'atScriptTime'), 'object');
  assert.equal(await run(webContents, 'marker.documentElement + marker.readyState'), 'trueloading');
});

test("page and preload do not see each other's globals", async () => {
  const { webContents } = await open(page, { preload: preload('marker.js') });
  assert.deepEqual(await run(webContents, '[typeof fromMarker, typeof require, typeof process, marker.pageSees()]'), [
    'undefined',
    'undefined',
    'undefined',
    'undefined',
  ]);
});

test('messages sent before the first load are delivered to it', async () => {
  pages.set('app://local/early.html', page);
  const window = new BrowserWindow({ webPreferences: { preload: preload('marker.js') } });
  window.webContents.send('early', 'before');
  const loaded = window.loadURL('app://local/early.html');
  window.webContents.send('early', 'during');
  await loaded;
  assert.deepEqual(await run(window.webContents, 'marker.early()'), ['before', 'during']);
});

test("registered preloads run before the window's own, and broken ones alone fail", async (t) => {
  t.mock.method(console, 'error', () => {});
  const partition = session.fromPartition('preloads');
  const files = ['first.js', 'syntax-error.js', 'throws.js', 'second.js'].map(preload);
  for (const filePath of files) partition.registerPreloadScript({ type: 'frame', filePath });
  assert.deepEqual(
    partition.getPreloadScripts().map((each) => each.filePath),
    files,
  );
  pages.set('app://local/order.html', page);
  partition.protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html' } }));
  const window = new BrowserWindow({ webPreferences: { preload: preload('marker.js'), partition: 'preloads' } });
  /** @type {Map<string, string>} */
  const failed = new Map();
  window.webContents.on('preload-error', (_event, file, error) => failed.set(file, error.name));
  await window.loadURL('app://local/order.html');
  assert.deepEqual(await run(window.webContents, 'marker.order'), ['first', 'second']);
  assert.deepEqual(Object.fromEntries(failed), { [preload('syntax-error.js')]: 'SyntaxError', [preload('throws.js')]: 'TypeError' });
  for (const { id } of partition.getPreloadScripts()) partition.unregisterPreloadScript(id);
  assert.deepEqual(partition.getPreloadScripts(), []);
  assert.throws(() => partition.unregisterPreloadScript('gone'), {
    message: `Cannot unregister preload script with non-existing ID 'gone'`,
  });
});

test("a sandboxed preload has Electron's modules and process, and no others", async () => {
  const { webContents } = await open(page, { preload: preload('probe.js') });
  assert.deepEqual(await run(webContents, `probe('modules')`), [
    'object',
    'function',
    'object',
    'object',
    'object',
    'module not found: fs',
  ]);
  assert.deepEqual(await run(webContents, `probe('process')`), {
    type: 'renderer',
    platform: process.platform,
    sandboxed: true,
    isolated: true,
    main: true,
    electron: '45.5.0',
    env: 'string',
  });
});

test('a reload leaves pending calls pending, and the new page works', async () => {
  /** @type {(value: unknown) => void} */
  let release = () => {};
  const held = new Promise((resolve) => {
    release = resolve;
  });
  ipcMain.handle('held', () => held);
  ipcMain.handle('quick', () => 'quick');
  const { webContents } = await open();
  for (let round = 0; round < 5; round++) {
    await run(webContents, `void Array.from({ length: 20 }, () => api.invoke('held'))`);
    const loaded = once(webContents, 'did-finish-load');
    webContents.reload();
    await loaded;
    assert.equal(await run(webContents, `api.invoke('quick')`), 'quick');
  }
  release('too late');
  assert.equal(await run(webContents, `api.invoke('quick')`), 'quick');
});
