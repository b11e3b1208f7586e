'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { App } = require('../support/app');
const { MainProcess } = require('../support/main-process');

const BIND = { later: { invoke: true }, note: { listen: true }, sync: { listen: true } };
const LINES = /^ipcapp: (?!running as root).*$/gm;

test('without a rendezvous the host says how to start the app', { timeout: 30_000 }, async (t) => {
  const app = App.start(t, { env: { IPCAPP_DIR: undefined } });
  assert.equal(await app.exited, 2);
  assert.deepEqual(app.stderr.match(LINES), ['ipcapp: start the app with `dotnet run --project MainProcess`']);
});

test('without app.json, too', { timeout: 30_000 }, async (t) => {
  const app = App.start(t, { settings: null });
  assert.equal(await app.exited, 2);
  assert.match(app.stderr, /^ipcapp: \.ipcapp\/app\.json cannot be used \(.*ENOENT.*\); build the app again to write it anew$/m);
});

test('a directory that others can enter is refused', { timeout: 30_000 }, async (t) => {
  const app = App.start(t, { env: { IPCAPP_DIR: '/' } });
  assert.equal(await app.exited, 2);
  assert.match(app.stderr, /^ipcapp: The bridge's directory '\/'/m);
});

test('a host that nobody connects to is gone at the deadline', { timeout: 30_000 }, async (t) => {
  const app = App.start(t, { env: { IPCAPP_HANDSHAKE_MS: '300' } });
  assert.equal(await app.exited, 4);
  assert.equal(app.stderr.match(LINES)?.length, 1);
  assert.match(app.stderr, /^ipcapp: No \.NET main process has connected to the bridge within 300 ms\./m);
});

test('when .NET is killed the page is told and the host goes', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { bind: BIND, configure: { graceMs: 400 } });
  await app.inPage('window.pending = ipc.invoke("later").then(() => 0, (error) => error.message), 0');
  await main.nextCall('later');
  main.kill();
  const text = "Error invoking remote method 'later': Error: The .NET main process is not running";
  assert.equal(await app.inPage('pending'), text);
  assert.equal(await app.outcome('ipc.invoke("later")'), text);
  assert.deepEqual(await app.inPage('ipc.sendSync("sync")'), { error: 'reply was never sent' });
  assert.equal(await app.exited, 5);
  assert.match(app.stderr, /^ipcapp: The \.NET main process went away without a goodbye/m);
  assert.ok(!fs.existsSync(app.directory));
});

test('without a grace period it goes within two seconds', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {});
  const start = performance.now();
  main.kill();
  assert.equal(await app.exited, 5);
  assert.ok(performance.now() - start < 2000, `${performance.now() - start} ms`);
});

test('also when nobody reads its output any more', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {});
  app.process.stderr?.destroy();
  app.process.stdout?.destroy();
  main.kill();
  assert.equal(await app.exited, 5);
});

test('a restarted .NET finds its windows', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, { bind: BIND, configure: { graceMs: 10_000 } });
  await app.inPage('window.stays = 1, ipc.send("note", 1), 0');
  const before = await main.nextCall('note');
  main.kill();
  const next = await MainProcess.connect(app.directory);
  next.control('configure', { development: true });
  next.bind('other', { invoke: true });
  next.answers.set('other', ({ id, args, frame, sender }) => next.reply(id, [args, frame, sender.origin]));
  next.control('window', { name: 'main', options: {}, url: null });
  assert.equal((await next.nextControl('contents-created')).contents, contents);
  assert.equal((await next.nextControl('window-created')).contents, contents);
  assert.deepEqual(await app.inPage('ipc.invoke("other", 2)'), [[2], before.frame, 'app://local']);
  assert.match(await app.outcome('ipc.invoke("later")'), /No handler registered for 'later'/);
  assert.equal(await app.inPage('window.stays'), 1);
});

test('.NET ends the app with its code; pages may still save', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { bind: BIND });
  await app.inPage('addEventListener("pagehide", () => ipc.send("note", "saved")), 0');
  main.control('quit', { code: 3 });
  assert.deepEqual((await main.nextCall('note')).args, ['saved']);
  assert.equal(await app.exited, 3);
  assert.equal((await main.closed).kind, 'closed-by-peer');
  assert.equal(app.stderr.match(LINES), null);
});

test('a page cannot stop the end', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {
    userMain: 'electron.app.on("browser-window-created", (_event, window) => window.on("close", (event) => event.preventDefault()));',
  });
  main.control('quit', { code: 0 });
  assert.equal(await app.exited, 0);
});

test('a goodbye is an orderly end', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {});
  await main.close();
  assert.equal(await app.exited, 0);
  assert.equal(app.stderr.match(LINES), null);
});

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  test(`${signal} stops .NET and is no error`, { timeout: 30_000, skip: process.platform === 'win32' }, async (t) => {
    const { app, main } = await App.startWithPage(t, {});
    app.process.kill(signal);
    await main.nextControl('stop');
    main.control('quit', { code: 0 });
    assert.equal(await app.exited, 0);
    assert.equal(app.stderr.match(LINES), null);
  });
}

/**
 * What Electron does before `ready`: it replaces the handlers that Node has installed. Node calls `process.emit` as it was when a handler was
 * installed, so those that are installed now are Electron's, and later ones are Node's again.
 */
const TAKE_SIGNALS = `
  const { emit } = process;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => process.stderr.write('own listener\\n'));
    process.once(signal, () => process.stderr.write('own listener of once\\n'));
    const listeners = process.rawListeners(signal);
    process.removeAllListeners(signal);
    process.emit = function (name) {
      if (name !== signal) return emit.apply(process, arguments);
      process.stderr.write('Electron has ' + signal + '\\n');
      electron.app.quit();
    };
    for (const listener of listeners) process.on(signal, listener);
    process.emit = emit;
  }
`;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  const name = `${signal} stops .NET and calls the listeners of the app's JavaScript, although Electron has replaced Node's handler`;
  test(name, { timeout: 30_000, skip: process.platform === 'win32' }, async (t) => {
    const { app, main } = await App.startWithPage(t, { userMain: TAKE_SIGNALS });
    app.process.kill(signal);
    await main.nextControl('stop');
    await app.inMain(`return new Promise((resolve) => process.once('${signal}', () => resolve(null)).kill(process.pid, '${signal}'))`);
    main.control('quit', { code: 0 });
    assert.equal(await app.exited, 0);
    assert.deepEqual(app.stderr.match(/^(?:own|Electron).*$/gm), ['own listener', 'own listener of once', 'own listener']);
  });
}

test('after Ctrl+C .NET may as well just go', { timeout: 30_000, skip: process.platform === 'win32' }, async (t) => {
  const { app, main } = await App.startWithPage(t, {});
  app.process.kill('SIGINT');
  await main.nextControl('stop');
  main.kill();
  assert.equal(await app.exited, 0);
  assert.equal(app.stderr.match(LINES), null);
});

for (const way of ['electron.app.exit(3)', 'process.exit(3)']) {
  test(`${way} says goodbye to .NET, and the app's JavaScript hears only 'quit'`, { timeout: 30_000 }, async (t) => {
    const { app, main } = await App.startWithPage(t, { userMain: `
      for (const name of ['before-quit', 'will-quit', 'quit']) {
        electron.app.on(name, (_event, code) => process.stderr.write(name + ' ' + code + '\\n'));
      }
    ` });
    void app.inMain(`setImmediate(() => { ${way}; });`);
    assert.equal((await main.closed).kind, 'closed-by-peer');
    assert.equal(await app.exited, 3, app.stderr);
    assert.deepEqual(app.stderr.match(/^(?:before-|will-)?quit.*$/gm), ['quit 3']);
  });
}

test('a .NET that breaks the protocol ends the host, which says so', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {});
  main.breakProtocol();
  assert.equal((await main.closed).kind, 'aborted-by-peer');
  assert.equal(await app.exited, 5);
  assert.match(app.stderr.match(LINES)?.join() ?? '', /^ipcapp: .*frame/);
  assert.ok(!fs.existsSync(app.directory));
});

test('files of others in the directory stay', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startConnected(t, {});
  fs.writeFileSync(path.join(app.directory, 'mine.txt'), '');
  main.kill();
  assert.equal(await app.exited, 5);
  assert.deepEqual(fs.readdirSync(app.directory), ['mine.txt']);
});
