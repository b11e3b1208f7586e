'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');

/** What a developer would write who wants no `window.ipc`; it runs beside the default preload. */
const PLAIN_PRELOAD = `
const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('plain', { invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args) });
`;
const BIND = {
  echo: { invoke: true }, fail: { invoke: true }, note: { listen: true }, sync: { listen: true }, both: { invoke: true, listen: true },
};

test('calls', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, {
    bind: BIND,
    files: { 'electron/preload.js': PLAIN_PRELOAD },
    window: { preload: 'electron/preload.js' },
    configure: { syncDeadlineMs: 150 },
  });
  main.answers.set('echo', ({ id, args }) => main.reply(id, args));

  await t.test('values arrive and come back as they were', async () => {
    const [none, nothing, zero, big, date, map, bytes, object] = await app.inPage(`
      ipc.invoke("echo", undefined, null, -0, 5n, new Date(0), new Map([[1, new Set([2])]]), new Uint8Array([1, 2]), { a: [1, 'x'] })
        .then((all) => all.map((each) => each instanceof Uint8Array ? ['Uint8Array', ...each] : each))`);
    assert.deepEqual([none, nothing, big, date], [undefined, null, 5n, new Date(0)]);
    assert.deepEqual([map, bytes], [new Map([[1, new Set([2])]]), ['Uint8Array', 1, 2]]);
    assert.ok(Object.is(zero, -0));
    assert.deepEqual(object, { a: [1, 'x'] });
  });

  await t.test('a preload with plain ipcRenderer works beside the default one', async () => {
    assert.deepEqual(await app.inPage('plain.invoke("echo", 1, 2)'), [1, 2]);
  });

  await t.test('overlapping invokes each get their own answer', async () => {
    const result = await app.inPage('Promise.all(Array.from({ length: 100 }, (_, i) => ipc.invoke("echo", i)))');
    assert.deepEqual(result, Array.from({ length: 100 }, (_, i) => [i]));
  });

  await t.test('a failure has exactly the text of .NET', async () => {
    const texts = ['Error: boom', 'MyError: m\nsecond line', ''];
    const seen = [];
    for (const text of texts) {
      main.answers.set('fail', ({ id }) => main.fail(id, text));
      seen.push(await app.outcome('ipc.invoke("fail")'));
    }
    assert.deepEqual(seen, [
      "Error invoking remote method 'fail': Error: boom",
      "Error invoking remote method 'fail': MyError: m\nsecond line",
      "Error invoking remote method 'fail': Error",
    ]);
  });

  await t.test('a channel without a handler is rejected by Electron itself', async () => {
    const text = "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'";
    assert.equal(await app.outcome('ipc.invoke("nobody")'), text);
    assert.match((await main.nextControl('log')).message, /No handler registered for 'nobody'$/);
  });

  await t.test('a channel that .NET unbinds is without a handler again', async () => {
    main.bind('gone', { invoke: true });
    main.answers.set('gone', ({ id }) => main.reply(id, 1));
    await app.inPage('ipc.invoke("echo")');
    assert.equal(await app.inPage('ipc.invoke("gone")'), 1);
    main.bind('gone', {});
    await app.inPage('ipc.invoke("echo")');
    assert.match(await app.outcome('ipc.invoke("gone")'), /No handler registered for 'gone'/);
    assert.match((await main.nextControl('log')).message, /No handler registered for 'gone'$/);
  });

  await t.test('what cannot be cloned never leaves the page', async () => {
    assert.match(await app.outcome('ipc.invoke("echo", { f() {}, s: Symbol() }.f)'), /could not be cloned/);
  });

  await t.test('kinds are told apart and keep their order', async () => {
    await app.inPage('for (let i = 0; i < 50; i++) { ipc.send("both", i); ipc.invoke("both", i); ipc.postMessage("both", i); }');
    for (let i = 0; i < 50; i++) {
      assert.deepEqual(pick(await main.nextCall('both')), ['send', [i]]);
      assert.deepEqual(pick(await main.nextCall('both')), ['invoke', [i]]);
      assert.deepEqual(pick(await main.nextCall('both')), ['postMessage', i]);
    }
  });

  await t.test('the sender comes with the call', async () => {
    await app.inPage('ipc.send("note")');
    const { sender, frame } = await main.nextCall('note');
    assert.equal(sender.contents, contents);
    assert.equal(sender.origin, 'app://local');
    assert.equal(sender.url, 'app://local/');
    assert.equal(sender.isMainFrame, true);
    assert.ok(frame > 0);
    await app.inPage('location.hash = "#there"; ipc.send("note")');
    const moved = await main.nextCall('note');
    assert.deepEqual([moved.frame, moved.sender.url], [frame, 'app://local/#there']);
  });

  await t.test('sendSync returns the answer, or the failure as an object', async () => {
    main.answers.set('sync', ({ id, args }) => main.reply(id, new Map([[1, args[0]]])));
    assert.deepEqual(await app.inPage('ipc.sendSync("sync", 5)'), new Map([[1, 5]]));
    main.answers.set('sync', ({ id }) => main.fail(id, 'Error: boom'));
    assert.deepEqual(await app.inPage('ipc.sendSync("sync")'), { error: 'Error: boom' });
  });

  await t.test('a sendSync that is never answered ends at the deadline, and its late answer is dropped', async () => {
    main.answers.delete('sync');
    assert.deepEqual(await app.inPage('ipc.sendSync("sync", 1)'), { error: 'reply was never sent' });
    main.reply((await main.nextCall('sync')).id, 'late');
    assert.deepEqual(await app.inPage('ipc.invoke("echo", 1)'), [1]);
  });

  for (const channel of ['unheard', 'error', 'newListener']) {
    await t.test(`a sendSync that nobody hears is answered at once: ${channel}`, async () => {
      assert.deepEqual(await app.inPage(`ipc.sendSync('${channel}')`), { error: 'reply was never sent' });
      const { message } = await main.nextControl('log');
      assert.equal(message, `WebContents #${contents} called ipcRenderer.sendSync() with '${channel}' channel without listeners.`);
      const report = await main.nextReport('sendSync', channel);
      assert.deepEqual([report.contents, report.url], [contents, 'app://local/#there']);
    });
  }
});

/** @param {import('../support/main-process').Call} call */
function pick({ kind, args }) {
  return [kind, args];
}
