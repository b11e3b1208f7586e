'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { electronVersion } = require('../lib/versions');
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
    electron: electronVersion,
    env: 'string',
  });
});

test('it has what Electron gives to it, and nothing of Node that Electron does not', async () => {
  const { webContents } = await open(page, { preload: preload('world.js') });
  const world = await run(webContents, 'world');
  assert.deepEqual(world.modules, ['contextBridge', 'crashReporter', 'ipcRenderer', 'nativeImage', 'sharedTexture', 'webFrame', 'webUtils']);
  assert.deepEqual(world.globals, { Buffer: 'aGk=', global: true, setImmediate: 'function', clearImmediate: 'function', nextTick: 'undefined', cwd: 'undefined' });
  assert.deepEqual(world.emitter, ['function', 'function']);
  for (const name of ['totalHeapSize', 'usedHeapSize', 'heapSizeLimit']) assert.ok(world.heap[name] > 100, name);
  assert.ok(world.memory.total >= world.memory.free && world.memory.free > 0);
  assert.ok(world.uptime >= 0 && world.created <= Date.now());
  assert.match(world.contextId, /^\w+-\d+$/);
  assert.deepEqual(world.image, { isEmpty: false, size: { width: 1, height: 1 }, sent: 'An object could not be cloned.' });
  const way = "Set IpcApp:Host to electron to use it, or look for process.versions['chromium-stand-in'] first.";
  assert.deepEqual(
    world.absent,
    ['webFrame.setSpellCheckProvider', 'webFrame.top', 'crashReporter.start', 'sharedTexture.importSharedTexture', 'process.getCPUUsage'].map(
      (name) => `${name} is not on the Chromium host. ${way}`,
    ),
  );
  assert.deepEqual(world.url, ['format', 'parse', 'resolve', 'resolveObject', 'Url']);
  assert.deepEqual(await run(webContents, 'ranTimers'), ['immediate', 'timeout']);
});

test('its process tells of the stages of its document', async () => {
  const { webContents } = await open('<!doctype html><script>window.seen = stages()</script>', { preload: preload('world.js') });
  assert.deepEqual(await run(webContents, '[seen, stages()]'), [
    ['loaded', 'document-start'],
    ['loaded', 'document-start', 'document-end'],
  ]);
  const ended = once(ipcMain, 'exit-heard');
  const reloaded = once(webContents, 'did-finish-load');
  webContents.reload();
  assert.deepEqual((await ended).slice(1), ['exit']);
  await reloaded;
});

test('its process can end its renderer', async () => {
  const { webContents } = await open(page, { preload: preload('world.js') });
  const gone = once(webContents, 'render-process-gone');
  run(webContents, 'end()').catch(() => {});
  await gone;
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
