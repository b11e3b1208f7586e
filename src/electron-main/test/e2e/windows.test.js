'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');
const { MainProcess } = require('../support/main-process');

const OPTIONS = { width: 400, height: 300, show: false, subFrames: false, devTools: false };
const TITLED = '<!doctype html><title>Of the page</title>';
const PRELOAD = "require('electron').contextBridge.exposeInMainWorld('fromPreload', 'yes');";

test('a window that .NET makes is announced before the answer, with its contents', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startConnected(t);
  const { windowId } = await main.ask('window-create', { options: { ...OPTIONS, title: 'Second' } });
  const created = await main.nextControl('contents-created');
  assert.equal(created.window, null);
  assert.ok(created.treeNode > 0);
  const window = { type: 'window-created', windowId, window: null, contents: created.contents, title: 'Second' };
  assert.deepEqual(await main.nextControl('window-created'), window);
  assert.deepEqual(await app.inMain('return electron.BrowserWindow.getAllWindows()[0].getSize()'), [400, 300]);
  main.control('quit', { code: 0 }); // a Chromium that still starts would go on writing into the test's folder
  assert.equal(await app.exited, 0);
});

test('it loads pages with the default preload, its own preload and handlers', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startConnected(t, { files: { 'preloads/own.js': PRELOAD } });
  main.bind('later', { invoke: true });
  main.answers.set('later', ({ id, sender }) => main.reply(id, sender.url));
  const { windowId } = await main.ask('window-create', { options: { ...OPTIONS, preload: 'preloads/own.js' } });
  await main.ask('window-load-url', { windowId, url: 'app://local/index.html' });
  assert.deepEqual(await app.inPage('ipc.invoke("later").then((url) => [url, fromPreload])'), ['app://local/index.html', 'yes']);
});

test('a title with half of a surrogate pair is told as .NET can read it', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t);
  await app.inMain('void new electron.BrowserWindow({ title: "half \\ud800", show: false })');
  assert.equal((await main.nextControl('window-created')).title, 'half \ufffd');
});

test('a page that cannot be loaded is an error in Electron\'s words', { timeout: 30_000 }, async (t) => {
  const { main } = await App.startConnected(t);
  const { windowId } = await main.ask('window-create', { options: OPTIONS });
  const url = 'http://127.0.0.1:1/';
  await assert.rejects(main.ask('window-load-url', { windowId, url }), /^Error: ERR_\w+ \(-\d+\) loading 'http:\/\/127\.0\.0\.1:1\/'$/);
  await main.ask('window-load-url', { windowId, url: 'app://local/' });
});

test('titles: .NET\'s, then the page\'s', { timeout: 30_000 }, async (t) => {
  const { main } = await App.startConnected(t, { files: { 'wwwroot/titled.html': TITLED } });
  const { windowId } = await main.ask('window-create', { options: OPTIONS });
  main.tell('window-set-title', { windowId, title: 'Of .NET' });
  assert.deepEqual(await main.nextControl('window-title'), { type: 'window-title', windowId, title: 'Of .NET' });
  await main.ask('window-load-url', { windowId, url: 'app://local/titled.html' });
  const updated = { type: 'page-title-updated', windowId, title: 'Of the page', explicitSet: true };
  assert.deepEqual(await main.nextControl('page-title-updated'), updated);
});

test('a title that the app\'s own JavaScript keeps from the window is not reported', { timeout: 30_000 }, async (t) => {
  const { main } = await App.startConnected(t, {
    files: { 'wwwroot/titled.html': TITLED, 'wwwroot/next.html': '<!doctype html><title>Next</title>' },
    userMain: `electron.app.on('browser-window-created', (_event, window) => {
      window.on('page-title-updated', (event, title) => title === 'Of the page' && event.preventDefault());
    });`,
  });
  const { windowId } = await main.ask('window-create', { options: { ...OPTIONS, title: 'Stays' } });
  await main.ask('window-load-url', { windowId, url: 'app://local/titled.html' });
  await main.ask('window-load-url', { windowId, url: 'app://local/next.html' });
  assert.equal((await main.nextControl('page-title-updated')).title, 'Next');
});

test('show, hide, close, and nothing for a window that is gone', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t);
  const { windowId } = await main.ask('window-create', { options: OPTIONS });
  const isVisible = () => app.inMain(`return electron.BrowserWindow.fromId(${windowId}).isVisible()`);
  main.tell('window-show', { windowId });
  await main.ask('menu-set', {}); // in order: it is carried out after what was told before
  assert.equal(await isVisible(), true);
  main.tell('window-hide', { windowId });
  await main.ask('menu-set', {});
  assert.equal(await isVisible(), false);
  main.tell('window-focus', { windowId });
  main.tell('window-close', { windowId });
  const closed = await main.nextControl('window-closed');
  assert.equal(closed.windowId, windowId);
  assert.notEqual(closed.contents, contents);
  main.tell('window-destroy', { windowId });
  await assert.rejects(main.ask('window-load-url', { windowId, url: 'app://local/' }), /^Error: Object has been destroyed$/);
});

test('windows of the app\'s own JavaScript are announced, too, and those of the settings by name', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t);
  const id = await app.inMain('return new electron.BrowserWindow({ show: false, title: "Own" }).id');
  const { windowId, window, title } = await main.nextControl('window-created');
  assert.deepEqual([windowId, window, title], [id, null, 'Own']);
  main.control('window', { name: 'main', options: OPTIONS });
  const again = await main.nextControl('window-created');
  assert.deepEqual([again.window, again.contents], ['main', contents]);
});

test('a restarted .NET gets no results of calls that another made', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {
    configure: { graceMs: 10_000 },
    userMain: 'electron.dialog.showOpenDialog = () => new Promise((resolve) => { electron.choose = resolve; });',
  });
  const { windowId } = await app.inMain('return { windowId: electron.BrowserWindow.getAllWindows()[0].id }');
  main.ask('dialog-open'); // the first call of both has the same id
  await main.ask('menu-set');
  main.kill();
  const next = await MainProcess.connect(app.directory);
  next.control('configure', { development: true });
  assert.equal((await next.nextControl('window-created')).windowId, windowId);
  const loaded = next.ask('window-load-url', { windowId, url: 'app://local/index.html' });
  await app.inMain('electron.choose({ canceled: true, filePaths: [] })');
  assert.equal(await loaded, undefined);
});

test('a frame that has the focus can be asked for, and there is no opener', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, { window: { show: true } });
  await app.inPage('window.focus(), 0');
  const treeNode = await app.inMain('return electron.BrowserWindow.getAllWindows()[0].webContents.mainFrame.frameTreeNodeId');
  assert.deepEqual(await main.ask('contents-frame', { contents, which: 'focusedFrame' }), { contents, treeNode });
  assert.deepEqual(await main.ask('contents-frame', { contents, which: 'opener' }), {});
  assert.deepEqual(await main.ask('contents-frame', { contents: 99, which: 'focusedFrame' }), {});
});
