'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');

const BIND = { echo: { invoke: true }, later: { invoke: true }, note: { listen: true } };

test('limits', { timeout: 30_000 }, async (t) => {
  const limits = { maxMessageBytes: 1000, maxPendingInvokesPerFrame: 2 };
  const { app, main } = await App.startWithPage(t, { bind: BIND, configure: { limits } });
  main.answers.set('echo', ({ id, args }) => main.reply(id, args.length));
  const tooLarge = /Error: The message has 2\d\d\d bytes, more than the 1000 that IpcApp:Limits:MaxMessageBytes allows$/;

  await t.test('a message that is too large is refused in the way of its kind', async () => {
    assert.match(await app.outcome('ipc.invoke("echo", new Uint8Array(2000))'), tooLarge);
    assert.match((await app.inPage('ipc.sendSync("note", new Uint8Array(2000))')).error, tooLarge);
    await app.inPage('ipc.send("note", new Uint8Array(2000)), ipc.send("note", 1), 0');
    assert.deepEqual((await main.nextCall('note')).args, [1]);
    assert.match((await main.nextControl('log')).message, /went over a limit/);
    const { message } = await main.nextControl('log');
    assert.match(message, /^A message on 'note' was dropped: Error: The message has 2/);
  });

  await t.test('invokes over the limit are rejected until others were answered', async () => {
    const text = "Error invoking remote method 'later': Error: 2 invokes of this frame wait for their answers already, "
      + 'as many as IpcApp:Limits:MaxPendingInvokesPerFrame allows';
    await app.inPage('window.first = ipc.invoke("later"), window.second = ipc.invoke("later"), 0');
    assert.equal(await app.outcome('ipc.invoke("later")'), text);
    main.reply((await main.nextCall('later')).id, 1);
    assert.equal(await app.inPage('first'), 1);
    assert.equal(await app.inPage('ipc.invoke("echo", 5)'), 1);
  });
});

test('a window that overloads is closed, if that is set', { timeout: 30_000 }, async (t) => {
  const limits = { maxMessageBytes: 1000, closeWindowOnOverload: true };
  const { app, main } = await App.startWithPage(t, { bind: BIND, configure: { limits } });
  await app.inPage('ipc.send("note", new Uint8Array(2000)), 0').catch(() => {});
  assert.equal((await main.nextControl('window-closed')).window, 'main');
});
