'use strict';

// What the plug-in for Electron.NET is to Electron.NET, against a stand-in for its main.js.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { test } = require('node:test');
const { ElectronNetApp, SAFE, until } = require('../support/electronnet/app');

const OWN = 'app://local/?token=a1b2c3';
const LIMIT = { timeout: 30_000 };

/** A server as Electron.NET's ASP.NET Core apps have one. @param {import('node:test').TestContext} t */
async function startServer(t) {
  const server = http.createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Theirs</title><body></body>');
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(null)); });
  t.after(() => { server.close(); server.closeAllConnections(); });
  return `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
}

test('in an app of Electron.NET', LIMIT, async (t) => {
  const { app, main } = await ElectronNetApp.startDotnetFirst(t, { files: { 'blazor-preload.js': 'globalThis.blazor = true;' } });
  main.bind('echo', { invoke: true });
  main.answers.set('echo', ({ id, args, sender }) => main.reply(id, { args, contents: sender.contents }));
  await main.ask('settle');
  const server = await startServer(t);
  const windowId = await app.create('app://local/');
  const created = await main.nextControl('window-created');
  await main.nextSnapshot(OWN);

  await t.test('it is loaded before anybody listens for ready', async () => {
    assert.deepEqual(await app.inMain('return seen.order'), ['onStartup with 0 listeners for ready', 'custom_main done', 'ready']);
    assert.deepEqual(await app.inMain('return seen.env'), [], 'no trace of the rendezvous');
  });

  await t.test('ids of windows and of contents are told together, and are not the same', async () => {
    assert.equal(created.windowId, windowId);
    assert.notEqual(created.contents, windowId);
    assert.equal(await app.inMain(`return electron.BrowserWindow.fromId(${windowId}).webContents.id`), created.contents);
    const answer = await app.inPage(windowId, 'ipc.invoke("echo", 1, "two")');
    assert.deepEqual(answer, { args: [1, 'two'], contents: created.contents });
  });

  await t.test('whoever has just got a window from Electron.NET finds it told after settling', async () => {
    const other = await app.create('app://local/');
    await main.ask('settle');
    assert.equal((await main.nextControl('window-created')).windowId, other);
    await app.inMain(`electron.BrowserWindow.fromId(${other}).destroy()`);
  });

  await t.test('messages go to the page', async () => {
    await app.inPage(windowId, 'globalThis.heard = new Promise((resolve) => ipc.on("news", (value) => resolve(value))), 0');
    main.emit('mainFrame', created.contents, 'news', 42);
    assert.equal(await app.inPage(windowId, 'heard'), 42);
  });

  await t.test('a port that a page sends is .NET\'s', async () => {
    main.bind('port', { listen: true });
    await main.ask('settle');
    await app.inPage(windowId, `globalThis.channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => { globalThis.got = data; };
      window.postMessage({ type: 'ipcapp:post', channel: 'port', message: null }, '*', [channel.port2]), 0`);
    const { ports: [number] } = await main.nextCall('port');
    main.startPort(/** @type {number} */ (number));
    main.postOn(/** @type {number} */ (number), 'hello');
    await app.inPage(windowId, 'new Promise((resolve) => { const look = () => globalThis.got ? resolve() : setTimeout(look, 5); look(); })');
    assert.equal(await app.inPage(windowId, 'got'), 'hello');
  });

  await t.test('the preload is there whatever preload the window has itself', async () => {
    const blazor = await app.create('app://local/', { show: true, isRunningBlazor: true });
    await main.nextSnapshot(OWN);
    assert.deepEqual(await app.inPage(blazor, 'ipc.invoke("echo").then(({ args }) => [args, blazor])'), [[], true]);
    await app.inMain(`electron.BrowserWindow.fromId(${blazor}).destroy()`);
  });

  await t.test('a window with a session of its own has preload and pages as well', async () => {
    const apart = await app.create('app://local/', { ...SAFE, webPreferences: { ...SAFE.webPreferences, partition: 'apart' } });
    await main.nextSnapshot(OWN);
    assert.deepEqual((await app.inPage(apart, 'ipc.invoke("echo", 3)')).args, [3]);
    await app.inMain(`electron.BrowserWindow.fromId(${apart}).destroy()`);
  });

  await t.test('pages of other origins are left alone, but for what they send', async () => {
    const theirs = await app.create(server);
    await main.nextSnapshot(`${server}/?token=a1b2c3`);
    assert.match(await app.inPage(theirs, 'ipc.invoke("echo").catch((error) => error.message)'), /Sender not allowed for 'echo'/);
    assert.match((await main.nextControl('log')).message, /^Refused a message on 'echo'/);
    await app.inPage(theirs, `location.href = '${server.replace('127.0.0.1', 'localhost')}/', 0`);
    await main.nextSnapshot(`${server.replace('127.0.0.1', 'localhost')}/`);
    main.bind('echo', { invoke: true, invokeFrom: [{ origins: [server.replace('127.0.0.1', 'localhost')] }] });
    await main.ask('settle');
    assert.deepEqual((await app.inPage(theirs, 'ipc.invoke("echo", 4)')).args, [4]);
    await app.inMain(`electron.BrowserWindow.fromId(${theirs}).destroy()`);
  });

  await t.test('the app\'s own pages are kept where they are', async () => {
    await app.inPage(windowId, `window.stays = 1, location.href = '${server}', 0`);
    assert.match((await main.nextControl('log')).message, /^Refused the navigation to 'http:/);
    await app.inPage(windowId, 'window.open("/"), 0');
    assert.match((await main.nextControl('log')).message, /^Refused a new window for /);
    assert.equal(await app.inPage(windowId, 'navigator.permissions.query({ name: "geolocation" }).then((status) => status.state)'), 'denied');
    assert.equal(await app.inPage(windowId, 'window.stays'), 1);
  });

  await t.test('nor does a frame in them that has no address of its own get a permission', async () => {
    const framing = await app.create('app://local/');
    await main.nextSnapshot(OWN);
    assert.equal(await app.inPage(framing, `new Promise((resolve, reject) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<title>Inner</title>';
      frame.onload = () => frame.contentWindow.Notification.requestPermission().then(resolve, reject);
      document.body.append(frame);
    })`), 'denied');
    await app.inMain(`electron.BrowserWindow.fromId(${framing}).destroy()`);
  });

  await t.test('.NET cannot make windows by this way, and is told by which', async () => {
    await assert.rejects(main.ask('window-create', { options: {} }), /Electron\.WindowManager\.CreateWindowAsync/);
    main.control('window', { name: 'main', options: {} });
    assert.match((await main.nextControl('error')).message, /Electron\.WindowManager\.CreateWindowAsync/);
  });

  await t.test('but it can use those that are there', async () => {
    main.tell('window-set-title', { windowId, title: 'Of .NET' });
    assert.equal((await main.nextControl('window-title')).title, 'Of .NET');
  });

  await t.test('what nobody catches stays Electron.NET\'s affair', async () => {
    assert.deepEqual(await app.inMain('return ["uncaughtException", "unhandledRejection"].map((name) => process.listenerCount(name))'), [1, 1]);
  });

  await t.test('closing the last window ends both, with a goodbye', async () => {
    await app.inMain(`electron.BrowserWindow.fromId(${windowId}).close()`);
    assert.equal((await main.closed).kind, 'closed-by-peer');
    assert.equal(await app.exited, 0, app.stderr);
    assert.match(app.stdout, /^quit$/m);
  });
});

test('a .NET that is gone is Electron\'s end, by app.quit, and against a handler of before-quit that waits for .NET', LIMIT, async (t) => {
  const { app, main } = await ElectronNetApp.startDotnetFirst(t);
  await app.create('app://local/');
  await main.nextSnapshot(OWN);
  await app.inMain('electron.app.on("before-quit", (event) => { event.preventDefault(); process.stdout.write("before-quit\\n"); })');
  main.kill();
  assert.equal(await app.exited, 5);
  assert.match(app.stdout, /before-quit\nquit\n/);
});

test('a .NET that says goodbye is an orderly end', LIMIT, async (t) => {
  const { app, main } = await ElectronNetApp.startDotnetFirst(t);
  await main.close();
  assert.equal(await app.exited, 0, app.stderr);
});

test('.NET that asks for the end gets it', LIMIT, async (t) => {
  const { app, main } = await ElectronNetApp.startDotnetFirst(t);
  await app.create('app://local/');
  await main.nextSnapshot(OWN);
  main.control('quit', { code: 3 });
  assert.equal(await app.exited, 3, app.stderr);
  assert.match(app.stdout, /^quit$/m);
});

test('Electron first: .NET inherits where to meet, and what the variables were before is not believed', LIMIT, async (t) => {
  const app = ElectronNetApp.start(t, {
    env: { IPCAPP_DIR: '/nowhere', IPCAPP_VERIFY: '9' },
    program: `
      (async () => {
        const main = await MainProcess.connect(process.env.IPCAPP_DIR);
        main.control('configure', { development: false });
        await main.ask('settle');
        tell('asked to verify:', 'IPCAPP_VERIFY' in process.env);
        tell('settled', process.env.IPCAPP_DIR);
        process.on('SIGTERM', () => {});
        const { kind } = await main.closed;
        tell('ended', kind);
        process.exit();
      })();` }, ['-unpackedelectron']);
  await until(app, /^settled /m);
  assert.equal(path.dirname(/** @type {RegExpExecArray} */ (/^settled (.*)$/m.exec(app.stdout))[1] ?? ''), path.join(app.folder, 'meeting'));
  assert.equal(app.leftovers.length, 1);
  assert.match(app.stdout, /^asked to verify: false$/m);
  assert.equal(await app.inMain('return process.env.IPCAPP_DIR'), undefined, 'what else the app starts has no business there');
  await app.inMain('setImmediate(() => electron.app.quit())');
  assert.equal(await app.exited, 0, app.stderr);
  await until(app, /^ended closed-by-peer$/m); // .NET may end after Electron
  assert.deepEqual(app.leftovers, []);
});

test('Electron first: a .NET that does not come is said once, and does not end the app', LIMIT, async (t) => {
  const app = ElectronNetApp.start(t, { program: 'setInterval(() => {}, 1000);', settings: { handshakeMs: 1 } }, []);
  await until(app, /^ipcapp: no \.NET main process has connected within 1 ms; pages get no answers until one does$/m, 'stderr');
  await app.inMain('return electron.app.whenReady()');
  const windowId = await app.create('about:blank');
  assert.equal(await app.inMain(`return electron.BrowserWindow.fromId(${windowId}).id`), windowId);
  await app.inMain('setImmediate(() => electron.app.quit())');
  assert.equal(await app.exited, 0, app.stderr);
  assert.deepEqual(app.leftovers, []);
});

test('schemes that others register before, while and after are kept, and so is the app\'s', LIMIT, async (t) => {
  const { app, main } = await ElectronNetApp.startDotnetFirst(t, { customMain: `
    const { protocol } = require('electron');
    protocol.registerSchemesAsPrivileged([{ scheme: 'before', privileges: { secure: true, supportFetchAPI: true } }]);
    module.exports.onStartup = () => {
      require('./ipcapp/electron-main/plug-in').attach();
      protocol.registerSchemesAsPrivileged([{ scheme: 'after', privileges: { secure: true } }]);
      try {
        protocol.registerSchemesAsPrivileged([{ scheme: 'app' }]);
      } catch (error) {
        globalThis.refusal = error.message;
      }
    };` });
  assert.deepEqual(await app.inMain('return seen.schemes'), ['before', 'app', 'after']);
  const switches = 'return ["secure-schemes", "fetch-schemes"].map((name) => electron.app.commandLine.getSwitchValue(name))';
  assert.deepEqual(await app.inMain(switches), ['before,app,after', 'before,app']);
  assert.match(await app.inMain('return refusal'), /^The scheme 'app' belongs to the app's own pages/);
  const windowId = await app.create('app://local/');
  await main.nextSnapshot(OWN);
  assert.equal(await app.inPage(windowId, 'document.title'), 'Own');
});

test('it needs nothing but Electron and Node, and is CommonJS', () => {
  const host = path.join(__dirname, '..', '..');
  const files = ['plug-in', 'lib'].flatMap((folder) => fs.readdirSync(path.join(host, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js')).map((name) => path.join(host, folder, name)));
  assert.ok(files.length > 60);
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8');
    assert.doesNotMatch(text, /^\s*(import|export) /m, file);
    assert.doesNotMatch(text, /^[^/*]*\bawait import\(/m, file);
    for (const [, name = ''] of text.matchAll(/\brequire\('([^']+)'\)/g)) {
      assert.match(name, /^(node:|\.\.?\/|electron$)/, `${file} requires ${name}`);
    }
  }
});
