'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { App } = require('../support/app');

const BIND = { notes: { listen: true }, add: { invoke: true } };
/** Names the page of a report. */
const OWN = { url: 'app://local/' };

/** @param {any} report */
function pick({ kind, channel, url }) {
  return { kind, channel, url };
}

test('messages that nothing takes are reported once, and only those', { timeout: 60_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {
    bind: BIND,
    userMain: `
      electron.ipcMain.once('mine', () => {});
      electron.ipcMain.on('open', () => {});
      electron.ipcMain.handle('mine-too', () => 1);
      electron.app.on('web-contents-created', (_event, contents) => {
        contents.ipc.on('of-window', () => {});
        contents.on('ipc-message', () => { global.seen = (global.seen ?? 0) + 1; });
      });`,
  });

  await t.test('of all kinds', async () => {
    assert.match(await app.outcome('ipc.invoke("notes", 1)'), /No handler registered for 'notes'$/);
    assert.deepEqual(pick(await main.nextControl('unheard')), { kind: 'invoke', channel: 'notes', ...OWN });
    await app.inPage('ipc.postMessage("add", 1), ipc.postMessage("add", 2), 0');
    const report = await main.nextControl('unheard');
    assert.deepEqual(pick(report), { kind: 'postMessage', channel: 'add', ...OWN });
    assert.deepEqual(report.listening, ['mine', 'open']);
    assert.deepEqual(await app.inPage('ipc.sendSync("add")'), { error: 'reply was never sent' });
    assert.deepEqual(pick(await main.nextControl('unheard')), { kind: 'sendSync', channel: 'add', ...OWN });
  });

  await t.test('but not what the app itself takes, even once', async () => {
    await app.inPage(`ipc.postMessage('mine', 1), ipc.postMessage('open', 1), ipc.postMessage('of-window', 1), ipc.postMessage('notes', 1),
      ipc.send('mine'), ipc.send('anything'), 0`);
    assert.equal(await app.inPage('ipc.invoke("mine-too")'), 1);
    assert.match(await app.outcome('ipc.invoke("last")'), /No handler registered for 'last'$/);
    assert.equal((await main.nextControl('unheard')).channel, 'last');
  });

  await t.test('and no listener of the app sees the reports', async () => {
    assert.equal(await app.inMain('return global.seen'), 2, 'the two sends of the page');
  });
});

test('a send that nothing takes is reported, but not one that .NET took before', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { bind: BIND });
  main.bind('notes', { listen: false });
  await main.settled('main');
  await app.inPage('ipc.send("notes"), ipc.send("add"), ipc.send("add"), ipc.send("x".repeat(5000)), 0');
  assert.deepEqual(pick(await main.nextControl('unheard')), { kind: 'send', channel: 'add', ...OWN });
  assert.deepEqual(pick(await main.nextControl('unheard')), { kind: 'send', channel: 'x'.repeat(200), ...OWN });
});

test('outside of development nothing is reported', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { bind: BIND, configure: { development: false } });
  await app.inPage('ipc.send("nowhere"), ipc.postMessage("nowhere", 1), 0');
  assert.match(await app.outcome('ipc.invoke("nowhere")'), /No handler registered for 'nowhere'$/);
  assert.deepEqual(await app.inPage('ipc.sendSync("nowhere")'), { error: 'reply was never sent' });
  assert.match((await main.nextControl('log')).message, /^Error occurred in handler for 'nowhere': Error: No handler registered for 'nowhere'$/);
  assert.match((await main.nextControl('log')).message, /called ipcRenderer\.sendSync\(\) with 'nowhere' channel without listeners\.$/);
  assert.deepEqual(main.controlsLeft('unheard'), []);
});

test('console errors and uncaught errors of every page arrive', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, { configure: { pageConsole: 'warning' } });
  await app.inPage('console.log("news"), console.warn("old"), console.error("bad", 5, new Error("inner")), 0');
  const expected = [['warning', 'old'], ['error', 'bad 5 Error: inner']];
  for (const [level, message] of expected) {
    const report = await main.nextControl('console');
    assert.deepEqual([report.contents, report.level, report.message], [contents, level, message]);
  }

  await t.test('with script and line', async () => {
    fs.writeFileSync(path.join(app.folder, 'wwwroot', 'broken.js'), '\n\nnull.member;');
    await app.inPage('document.body.append(Object.assign(document.createElement("script"), { src: "/broken.js" })), 0');
    const { level, message, source, line } = await main.nextControl('console');
    assert.equal(level, 'error');
    assert.match(message, /^Uncaught TypeError: Cannot read properties of null[^\n]*$/);
    assert.deepEqual([source, line], ['app://local/broken.js', 3]);
  });

  await t.test('also rejections that nothing handles', async () => {
    await app.inPage('void Promise.reject(new Error("nobody waits")), 0');
    assert.match((await main.nextControl('console')).message, /^Uncaught \(in promise\) Error: nobody waits$/);
  });

  await t.test('also what Chromium says of the page itself', async () => {
    await app.inPage('document.body.append(Object.assign(document.createElement("script"), { textContent: "evil()" })), 0');
    const { level, message } = await main.nextControl('console');
    assert.equal(level, 'error');
    assert.match(message, /violates the following Content Security Policy directive/);
  });

  await t.test('also of windows of the app\'s own JavaScript', async () => {
    await app.inMain(`const window = new electron.BrowserWindow({ show: false });
      return window.loadURL('data:text/html,<script>console.error("mine")</script>').then(() => 0);`);
    const { message, contents: other } = await main.nextControl('console');
    assert.equal(message, 'mine');
    assert.notEqual(other, contents);
  });
});

test('a page whose file is missing is a warning', { timeout: 30_000 }, async (t) => {
  const { main, app } = await App.startWithPage(t, { url: 'app://local/no-such.html' });
  const { level, message } = await main.nextControl('log');
  assert.equal(level, 'warning');
  const file = path.join(app.folder, 'wwwroot', 'no-such.html');
  assert.ok(message.startsWith(`A page asked for '/no-such.html', but there is no file ${file}.`), message);
});
