'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');

const BIND = { heard: { listen: true } };

test('messages that nobody listens to reach .NET while it watches the window (S32, S33)', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, { bind: BIND });
  main.control('watch', { contents, send: true, sendSync: true });
  await main.settled('main');
  await app.inPage('ipc.send("unheard", 1, new Map([[2, 3]])), ipc.send("heard", 4), ipc.postMessage("unheard", 5), 0');
  assert.deepEqual((await main.nextCall('unheard')).args, [1, new Map([[2, 3]])]);
  assert.equal((await main.nextCall('heard')).kind, 'send', 'once, by its own listener');

  main.answers.set('question', ({ id }) => main.reply(id, 'answered'));
  assert.equal(await app.inPage('ipc.sendSync("question")'), 'answered');
});

test('without a watcher they stay in the host', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, { bind: BIND });
  main.control('watch', { contents, send: true, sendSync: false });
  main.control('watch', { contents, send: false, sendSync: false });
  await main.settled('main');
  assert.deepEqual(await app.inPage('ipc.sendSync("unheard")'), { error: 'reply was never sent' });
  await app.inPage('ipc.send("unheard"), ipc.send("heard", 1), 0');
  assert.deepEqual((await main.nextCall('heard')).args, [1]);
  assert.deepEqual(main.callsLeft('unheard'), []);
});

test('what the app\'s own JavaScript answers is only told to .NET', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, {
    configure: { limits: { maxMessageBytes: 4096 } },
    userMain: `electron.ipcMain.on('late', (event) => setImmediate(() => { event.returnValue = 'mine'; }));
      electron.ipcMain.on('never', () => {});`,
  });
  main.control('watch', { contents, send: true, sendSync: true });
  await main.settled('main');
  await t.test('and its answer is not forestalled by .NET\'s failure', async () => {
    const answered = app.inPage('ipc.sendSync("late", 1)');
    const { id, args } = await main.nextCall('late');
    main.fail(id, 'reply was never sent');
    assert.deepEqual([await answered, args], ['mine', [1]]);
  });

  await t.test('but a value of .NET answers', async () => {
    main.answers.set('never', ({ id }) => main.reply(id, 'of .NET'));
    assert.equal(await app.inPage('ipc.sendSync("never")'), 'of .NET');
  });

  await t.test('and it answers what cannot reach .NET', async () => {
    assert.equal(await app.inPage('ipc.sendSync("late", "x".repeat(5000))'), 'mine');
  });
});
