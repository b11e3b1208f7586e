'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { createDirectory, removeDirectory } = require('../../lib/bridge');
const { App } = require('../support/app');
const { ElectronNetApp } = require('../support/electronnet/app');
const { MainProcess } = require('../support/main-process');

const POLICY = "default-src 'self'; img-src data:";

/** Asks for the app's pages as soon as Electron is ready, in the default session and in one of its own. */
const EARLY = `
const { app, net, session, BrowserWindow } = electron;
const read = async (answer) => [answer.status, answer.headers.get('content-security-policy'), await answer.text()];
app.whenReady().then(() => {
  Object.assign(globalThis, {
    fetched: net.fetch('app://local/').then(read),
    fetchedByOwn: session.fromPartition('own').fetch('app://local/').then(read),
    missing: net.fetch('app://local/no/such/file.txt').then((answer) => answer.status),
  });
  globalThis.windows = [undefined, 'own', 'other'].map((partition) => new BrowserWindow({ webPreferences: { partition } }));
  globalThis.loads = globalThis.windows.map((window) => window.loadURL('app://local/').then(() => 'loaded', (error) => error.message));
});
`;
/** Statements that give what a promise has become so far. @param {string} promise */
const stateOf = (promise) => `return Promise.race([${promise}.then(() => 'settled'), new Promise((resolve) => setImmediate(resolve, 'waits'))]);`;

test('the app\'s pages, asked for by its own JavaScript when Electron is ready', { timeout: 30_000 }, async (t) => {
  const app = App.start(t, { userMain: EARLY });
  const main = await MainProcess.connect(app.directory);
  main.answers.set('echo', ({ id, args }) => main.reply(id, args[0]));

  await t.test('wait until .NET has told the policy and the channels', async () => {
    main.control('configure', { development: true, contentSecurityPolicy: POLICY });
    await main.ask('settle');
    assert.equal(await app.inMain(stateOf('globalThis.fetched')), 'waits');
    main.bind('echo', { invoke: true });
    main.bind('note', { listen: true });
    main.control('started');
    const [status, policy, text] = await app.inMain('return globalThis.fetched');
    assert.deepEqual([status, policy], [200, POLICY]);
    assert.match(text, /<title>Test<\/title>/);
  });

  await t.test('are the same in every session', async () => {
    assert.deepEqual(await app.inMain('return globalThis.fetchedByOwn'), await app.inMain('return globalThis.fetched'));
    assert.equal(await app.inMain('return globalThis.missing'), 404);
    assert.deepEqual(await app.inMain('return Promise.all(globalThis.loads)'), ['loaded', 'loaded', 'loaded']);
  });

  await t.test('have window.ipc, and their messages count as those of any other window', async () => {
    const script = JSON.stringify("ipc.send('note', location.protocol), ipc.invoke('echo', 'hello')");
    for (const index of [0, 1, 2]) {
      assert.equal(await app.inMain(`return globalThis.windows[${index}].webContents.executeJavaScript(${script})`), 'hello');
      const { sender } = await main.nextCall('note');
      assert.deepEqual([sender.origin, sender.isMainFrame], ['app://local', true]);
    }
  });
});

test('a window that the app\'s own JavaScript makes after .NET\'s has a session of its own at once', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { bind: { echo: { invoke: true } } });
  main.answers.set('echo', ({ id, args }) => main.reply(id, args[0]));
  const answer = await app.inMain(`
    const window = new electron.BrowserWindow({ webPreferences: { partition: 'persist:late' } });
    return window.loadURL('app://local/').then(() => window.webContents.executeJavaScript("ipc.invoke('echo', 7)"));`);
  assert.equal(answer, 7);
});

test('without .NET the app ends at its deadline, whatever waits for it', { timeout: 30_000 }, async (t) => {
  const app = App.start(t, { userMain: EARLY, env: { IPCAPP_HANDSHAKE_MS: '800' } });
  assert.equal(await app.exited, 4);
  assert.doesNotMatch(app.stderr, /unknown scheme|ERR_FAILED|Unhandled/i);
});

test('where the app lives on without .NET, its pages say so until .NET comes', { timeout: 30_000 }, async (t) => {
  const directory = createDirectory();
  t.after(() => removeDirectory(directory));
  const env = { IPCAPP_DIR: directory, IPCAPP_HANDSHAKE_MS: '300' };
  const app = ElectronNetApp.start(t, { env }, ['-unpackeddotnet', '-electronforcedport=0']);
  await app.inMain('return electron.app.whenReady()');
  const window = await app.create('app://local/');
  const title = () => app.inPage(window, 'document.title');
  assert.equal(await title(), 'The .NET main process is not running');
  const main = await MainProcess.connect(directory);
  main.control('configure', { development: true });
  main.control('started');
  await main.ask('settle');
  await app.load(window, 'app://local/');
  assert.equal(await title(), 'Own');
});
