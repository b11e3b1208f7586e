'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');

test('messages to the page', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, { bind: { sync: { invoke: true }, note: { listen: true } } });
  main.answers.set('sync', ({ id }) => main.reply(id, null));
  await app.inPage('window.seen = []; window.listener = (...args) => seen.push(args); ipc.send("note")');
  const { frame } = await main.nextCall('note');

  /** What the page has seen of these messages. @param {() => void} sendAll */
  const received = async (sendAll) => {
    sendAll();
    main.emit('mainFrame', contents, 'last');
    await app.inPage('seen.length = 0, new Promise((resolve) => ipc.once("last", resolve))');
    return app.inPage('seen');
  };

  await t.test('listeners get the arguments and no event', async () => {
    await app.inPage('ipc.on("news", listener), 0');
    const seen = await received(() => main.emit('mainFrame', contents, 'news', 1, undefined, new Date(5)));
    assert.deepEqual(seen, [[1, undefined, new Date(5)]]);
  });

  await t.test('a frame is reached by its number', async () => {
    assert.deepEqual(await received(() => main.emit('frame', frame, 'news', 'x')), [['x']]);
  });

  await t.test('targets that are gone or unknown are no error', async () => {
    assert.deepEqual(await received(() => {
      main.emit('frame', 4711, 'news', 1);
      main.emit('mainFrame', 4711, 'news', 1);
    }), []);
  });

  await t.test('off removes the last of several additions of one function', async () => {
    await app.inPage('ipc.on("news", listener), ipc.off("news", listener), 0');
    assert.equal((await received(() => main.emit('mainFrame', contents, 'news', 1))).length, 1);
    await app.inPage('ipc.off("news", () => {}), ipc.off("news", listener), ipc.off("never", listener), 0');
    assert.deepEqual(await received(() => main.emit('mainFrame', contents, 'news', 1)), []);
  });

  await t.test('on returns a function that removes', async () => {
    await app.inPage('window.stop = ipc.on("news", listener), 0');
    assert.equal((await received(() => main.emit('mainFrame', contents, 'news', 1))).length, 1);
    await app.inPage('stop(), stop()');
    assert.deepEqual(await received(() => main.emit('mainFrame', contents, 'news', 1)), []);
  });

  await t.test('once hears one message, and can be taken back', async () => {
    await app.inPage('ipc.once("news", listener), 0');
    assert.deepEqual(await received(() => [1, 2].forEach((each) => main.emit('mainFrame', contents, 'news', each))), [[1]]);
    await app.inPage('ipc.once("news", listener), ipc.off("news", listener), 0');
    assert.deepEqual(await received(() => main.emit('mainFrame', contents, 'news', 3)), []);
  });

  await t.test('a listener that throws does not silence the next', async () => {
    await app.inPage('ipc.on("news", () => { throw new Error("mine") }), ipc.on("news", listener), 0');
    assert.deepEqual(await received(() => main.emit('mainFrame', contents, 'news', 1)), [[1]]);
  });

  await t.test('ports that the app\'s own JavaScript sends come to the window', async () => {
    await app.inPage(`ipc.on('port', listener), window.port = new Promise((resolve) => addEventListener('message', (e) => {
      if (e.source !== window || e.data?.type !== 'ipcapp:port') return;
      e.ports[0].onmessage = (m) => resolve([e.data, m.data]);
    })), 0`);
    await app.inMain(`const { port1, port2 } = new electron.MessageChannelMain();
      electron.BrowserWindow.getAllWindows()[0].webContents.postMessage('port', { a: 1 }, [port2]);
      port1.postMessage('hello');`);
    assert.deepEqual(await app.inPage('port'), [{ type: 'ipcapp:port', channel: 'port', message: { a: 1 } }, 'hello']);
  });

  await t.test('reserved and wrong names are refused with a clear error', async () => {
    const reserved = "The channel 'ipcapp:x' cannot be used: names that begin with 'ipcapp:' are reserved.";
    const thrown = (/** @type {string} */ code) => app.inPage(`(() => { try { ${code}; } catch (error) { return error.message; } })()`);
    assert.equal(await app.outcome('ipc.invoke("ipcapp:x")'), reserved);
    for (const member of ['send', 'sendSync', 'postMessage', 'on', 'once', 'off']) {
      assert.equal(await thrown(`ipc.${member}('ipcapp:x', () => {})`), reserved, member);
    }
    assert.equal(await thrown('ipc.send(5)'), 'The channel must be a string.');
    assert.equal(await thrown('ipc.on("news", 5)'), 'The listener must be a function.');
  });

  await t.test('nothing of Electron reaches the page', async () => {
    assert.deepEqual(await app.inPage('[typeof require, typeof process, Object.keys(ipc).sort().join()]'), [
      'undefined', 'undefined', 'getPathForFile,invoke,off,on,once,postMessage,send,sendSync',
    ]);
  });
});
