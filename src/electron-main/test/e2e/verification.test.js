'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');
const { PackagedApp } = require('../support/package');

const HELLO = 'ipcapp:hello';

/** What .NET does when it is asked to verify: it greets the page and tells what the page answers. @param {string} url */
const greet = (url) => `(async () => {
  const main = await MainProcess.connect(process.env.IPCAPP_DIR);
  main.control('configure', { development: false });
  main.bind('${HELLO}', { invoke: true, listen: true });
  main.control('window', { name: 'main', options: { show: true, devTools: false, subFrames: false }, url: '${url}' });
  const { contents } = await main.nextControl('dom-ready');
  main.emit('mainFrame', contents, '${HELLO}', 'first');
  const { id, args, sender } = await main.nextCall('${HELLO}');
  tell({ asked: process.env.IPCAPP_VERIFY, args, url: sender.url });
  main.reply(id, 'second');
  tell((await main.nextCall('${HELLO}')).args);
  main.control('quit', { code: 0 });
})();
`;

test('a packaged app that is verified says so to its .NET, and its page answers the hello both ways', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: greet('app://local/'), args: ['--ipcapp-verify=12'] });
  const { asked, args: [word, status, electron, chromium], url } = await app.next();
  assert.deepEqual({ asked, word, status, url }, { asked: '12', word: 'first', status: 200, url: 'app://local/' });
  assert.match(electron, /^\d+\.\d+\.\d+/);
  assert.match(chromium, /^\d+\.\d+\.\d+/);
  assert.deepEqual(await app.next(), ['second']);
  assert.equal(await app.exited, 0, app.stderr);
  assert.deepEqual(app.leftovers, []);
});

test('a page that is not there can be told from one that is', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: greet('app://local/gone.html'), args: ['--ipcapp-verify'] });
  const { asked, args: [, status] } = await app.next();
  assert.deepEqual({ asked, status }, { asked: '30', status: 404 });
});

test('an app that cannot start shows no box to whoever verifies', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: null, args: ['--ipcapp-verify=12'] });
  assert.equal(await app.exited, 3);
  assert.match(app.stderr, /main process '.*' is missing/);
  assert.ok(!app.stderr.includes('cannot start'), app.stderr);
});

test('pages neither speak nor hear the hello, and one that nobody asked for is dropped', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, { bind: { last: { invoke: true } } });
  main.answers.set('last', ({ id }) => main.reply(id, 42));
  for (const member of ['on', 'once', 'send', 'sendSync', 'postMessage']) {
    assert.match(await app.inPage(`try { ipc.${member}('${HELLO}', () => {}); 'done' } catch (error) { error.message }`), /are reserved/);
  }
  assert.match(await app.outcome(`ipc.invoke('${HELLO}')`), /are reserved/);
  await app.inPage('window.failures = []; addEventListener("unhandledrejection", (event) => failures.push(String(event.reason))), 0');

  main.emit('mainFrame', contents, HELLO, 'word');
  main.emit('mainFrame', contents, HELLO, 'word');

  assert.equal(await app.inPage('ipc.invoke("last")'), 42);
  assert.deepEqual(await app.inPage('failures'), []);
});
