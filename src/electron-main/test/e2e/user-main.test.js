'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');

test('the app\'s own JavaScript', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, {
    bind: { echo: { invoke: true } },
    userMain: `
      const { app, ipcMain } = electron;
      ipcMain.handle('mine', () => 'mine');
      ipcMain.on('sync:global', (event) => { event.returnValue = 'global'; });
      app.on('web-contents-created', (_event, contents) => {
        contents.ipc.on('sync:contents', (event) => { event.returnValue = 'contents'; });
        contents.on('ipc-message', () => {});
      });`,
  });

  main.answers.set('echo', ({ id }) => main.reply(id, null));
  /** The page cannot call faster than a binding arrives; the test's own channel to it could. */
  const untilBound = () => app.inPage('ipc.invoke("echo")');

  await t.test('keeps its handlers; .NET is told that it cannot have the channel', async () => {
    main.bind('mine', { invoke: true, listen: true });
    const { source, message } = await main.nextControl('error');
    assert.equal(source, 'bind');
    assert.match(message, /^The channel 'mine' cannot be handled in \.NET, since the app's own JavaScript has a handler for it/);
    assert.equal(await app.inPage('ipc.invoke("mine")'), 'mine');
  });

  await t.test('answers sendSync from every place it can listen at', async () => {
    await app.inMain(`const { webContents } = electron.BrowserWindow.getAllWindows()[0];
      webContents.mainFrame.ipc.on('sync:frame', (event) => { event.returnValue = 'frame'; });`);
    assert.equal(await app.inPage('ipc.sendSync("sync:global")'), 'global');
    assert.equal(await app.inPage('ipc.sendSync("sync:contents")'), 'contents');
    assert.equal(await app.inPage('ipc.sendSync("sync:frame")'), 'frame');
    await app.inMain(`const { webContents } = electron.BrowserWindow.getAllWindows()[0];
      webContents.once('ipc-message-sync', (event) => { event.returnValue = 'any'; });`);
    assert.equal(await app.inPage('ipc.sendSync("sync:any")'), 'any');
  });

  await t.test('and .NET may both listen to one channel', async () => {
    main.bind('sync:global', { listen: true });
    await untilBound();
    assert.equal(await app.inPage('ipc.sendSync("sync:global", 1)'), 'global');
    assert.deepEqual((await main.nextCall('sync:global')).args, [1]);
  });

  await t.test('does not take the app down with what it throws later', async () => {
    await app.inMain('setImmediate(() => { throw new TypeError("oops"); })');
    const thrown = await main.nextControl('error');
    assert.deepEqual([thrown.source, thrown.message], ['uncaughtException', 'TypeError: oops']);
    assert.match(thrown.stack, /oops/);
    await app.inMain('setImmediate(() => { Promise.reject(new Error("lost")); })');
    const rejected = await main.nextControl('error');
    assert.deepEqual([rejected.source, rejected.message], ['unhandledRejection', 'Error: lost']);
  });

  await t.test('cannot take the names that emitters use for themselves', async () => {
    main.bind('newListener', { listen: true });
    const { source, message } = await main.nextControl('error');
    assert.equal(source, 'bind');
    assert.equal(message, "Nothing can listen on 'newListener': Node's event emitters use the name themselves. Choose another one.");
  });

  await t.test('sees no trace of the rendezvous', async () => {
    assert.deepEqual(await app.inMain('return Object.keys(process.env).filter((name) => name.startsWith("IPCAPP_"))'), []);
    assert.equal(await app.inMain('return electron.webContents.getAllWebContents()[0].id'), contents);
  });
});

/** @type {[string, string, RegExp][]} */
const THROWING = [
  ['throws', 'throw new RangeError("not like this");', /: RangeError: not like this \(line \d+\)$/m],
  ['is no JavaScript', 'const = 1;', /: SyntaxError: .* \(line \d+\)$/m],
  ['requires what is not there', 'require("no-such-module");', /: Error: Cannot find module/m],
  ['takes the scheme', 'electron.protocol.registerSchemesAsPrivileged([{ scheme: "app" }]);', /The scheme 'app' belongs to the app's own/],
];
for (const [what, userMain, expected] of THROWING) {
  test(`a main-process file that ${what} is one clear line`, { timeout: 30_000 }, async (t) => {
    const app = App.start(t, { userMain });
    assert.equal(await app.exited, 2);
    assert.match(app.stderr, /^ipcapp: electron\/main\.cjs failed while it was loaded: /m);
    assert.match(app.stderr, expected);
    assert.doesNotMatch(app.stderr, /^ {4}at /m);
  });
}
