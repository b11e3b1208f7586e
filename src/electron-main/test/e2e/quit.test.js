'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');

const BIND = { note: { listen: true } };
/** Records the events of the app and of its windows, and prevents those that a test names. */
const WATCHED = `
global.events = [];
global.prevented = new Set();
const watch = (emitter, name) => emitter.on(name, (event) => {
  events.push(name);
  if (prevented.has(name)) event.preventDefault();
});
for (const name of ['before-quit', 'will-quit']) watch(electron.app, name);
electron.app.on('browser-window-created', (_event, window) => watch(window, 'close'));
`;
const STAYS = 'addEventListener("beforeunload", (event) => event.preventDefault()), 0';
/** As a person would: without a gesture in the page Chromium ignores its beforeunload. */
const GESTURE = 'electron.BrowserWindow.getAllWindows()[0].webContents.executeJavaScript("0", true)';

/** @param {import('node:test').TestContext} t @param {Parameters<typeof App.startWithPage>[1]} [given] */
function start(t, given) {
  return App.startWithPage(t, { userMain: WATCHED, ...given });
}

/** @param {Awaited<ReturnType<typeof start>>} started */
async function quitFromDotnet({ main }) {
  main.control('call', { call: 7, action: 'app-quit', arguments: {} });
  return (await main.nextControl('result')).value;
}

/** @param {Awaited<ReturnType<typeof start>>} started */
async function assertQuitsNow(started) {
  assert.equal(await quitFromDotnet(started), true);
  await started.main.nextControl('stop');
  started.main.control('quit', { code: 0 });
  assert.equal(await started.app.exited, 0);
}

test('app.quit asks everything once, then stops .NET, then ends', { timeout: 30_000 }, async (t) => {
  const { app, main } = await start(t, { bind: BIND });
  await app.inPage('addEventListener("pagehide", () => ipc.send("note", "saved")), 0');
  const quitting = app.inMain('electron.app.quit()');
  assert.deepEqual((await main.nextCall('note')).args, ['saved']);
  await main.nextControl('window-closed');
  await main.nextControl('stop');
  await quitting;
  assert.deepEqual(await app.inMain('return events'), ['before-quit', 'close', 'will-quit']);
  main.control('quit', { code: 3 });
  assert.equal(await app.exited, 3);
});

for (const name of ['before-quit', 'close', 'will-quit']) {
  test(`a prevented ${name} cancels, and the next attempt asks again`, { timeout: 30_000 }, async (t) => {
    const started = await start(t);
    const { app } = started;
    await app.inMain(`prevented.add('${name}')`);
    assert.equal(await quitFromDotnet(started), false);
    assert.equal(await quitFromDotnet(started), false);
    assert.equal((await app.inMain('return events')).filter((/** @type {string} */ each) => each === name).length, 2);
    assert.equal(await app.inMain('return electron.BrowserWindow.getAllWindows().length'), name === 'will-quit' ? 0 : 1);
    await app.inMain('prevented.clear()');
    await assertQuitsNow(started);
  });
}

test('a listener that comes later can prevent will-quit as well', { timeout: 30_000 }, async (t) => {
  const started = await start(t);
  await started.app.inMain('electron.app.once("before-quit", () => electron.app.once("will-quit", (event) => event.preventDefault()))');
  assert.equal(await quitFromDotnet(started), false);
  await assertQuitsNow(started);
});

test('a page that prevents beforeunload cancels', { timeout: 30_000 }, async (t) => {
  const started = await start(t);
  const { app } = started;
  await app.inPage(STAYS);
  await app.inMain(GESTURE);
  assert.equal(await quitFromDotnet(started), false);
  await app.inMain('electron.BrowserWindow.getAllWindows()[0].webContents.on("will-prevent-unload", (event) => event.preventDefault())');
  await assertQuitsNow(started);
});

test('a window that cannot be closed cancels; the others are closed', { timeout: 30_000 }, async (t) => {
  const started = await start(t);
  const { app } = started;
  await app.inMain('global.other = new electron.BrowserWindow({ closable: false })');
  assert.equal(await quitFromDotnet(started), false);
  await started.main.nextControl('window-closed');
  await app.inMain('other.setClosable(true)');
  await assertQuitsNow(started);
});

test('windows that do not object are closed when another one does', { timeout: 30_000 }, async (t) => {
  const started = await start(t);
  const { app, main } = started;
  await app.inMain('new electron.BrowserWindow({}).on("close", (event) => event.preventDefault())');
  const objecting = await main.nextControl('window-created');
  assert.equal(await quitFromDotnet(started), false);
  assert.notEqual((await main.nextControl('window-closed')).windowId, objecting.windowId);
  assert.equal(await app.inMain('return electron.BrowserWindow.getAllWindows().length'), 1);
});

test('two attempts at once have one outcome', { timeout: 30_000 }, async (t) => {
  const started = await start(t);
  const { main } = started;
  main.control('call', { call: 1, action: 'app-quit', arguments: {} });
  main.control('call', { call: 2, action: 'app-quit', arguments: {} });
  assert.deepEqual([(await main.nextControl('result')).value, (await main.nextControl('result')).value], [true, true]);
});

test('an attempt without windows, and one while .NET stops, are answered as well', { timeout: 30_000 }, async (t) => {
  const started = await start(t, { configure: { quitWhenAllWindowsClosed: false } });
  const { main } = started;
  main.control('close', { window: 'main' });
  await main.nextControl('window-closed');
  main.control('call', { call: 1, action: 'app-quit', arguments: {} });
  main.control('call', { call: 2, action: 'app-quit', arguments: {} });
  assert.deepEqual([(await main.nextControl('result')).value, (await main.nextControl('result')).value], [true, true]);
  await main.nextControl('stop');
  assert.equal(await quitFromDotnet(started), true);
});

test('.NET has its full time to stop', { timeout: 30_000 }, async (t) => {
  const started = await start(t, { configure: { shutdownMs: 20_000 } });
  assert.equal(await quitFromDotnet(started), true);
  await started.main.nextControl('stop');
  setTimeout(() => started.main.control('quit', { code: 3 }), 5_200); // a service that saves; the limit used to be 5 s
  assert.equal(await started.app.exited, 3);
});

test('.NET that does not stop in time is not waited for', { timeout: 30_000 }, async (t) => {
  const started = await start(t, { configure: { shutdownMs: 10 } });
  assert.equal(await quitFromDotnet(started), true);
  assert.equal(await started.app.exited, 5);
  assert.match(started.app.stderr, /^ipcapp: the \.NET main process was told to stop and did not within 2010 ms/m);
});

test('.NET\'s own end is not cancelled by windows and pages', { timeout: 30_000 }, async (t) => {
  const { app, main } = await start(t);
  await app.inPage(STAYS);
  await app.inMain(`for (const name of ['before-quit', 'close', 'will-quit']) prevented.add(name); ${GESTURE}`);
  main.control('quit', { code: 0 });
  assert.equal(await app.exited, 0);
});

test('the last window ends the app by default', { timeout: 30_000, skip: process.platform === 'darwin' }, async (t) => {
  const { app, main, contents } = await start(t);
  main.control('close', { window: 'main' });
  const { windowId, ...closed } = await main.nextControl('window-closed');
  assert.equal(typeof windowId, 'number');
  assert.deepEqual(closed, { type: 'window-closed', window: 'main', contents });
  await main.nextControl('stop');
  main.control('quit', { code: 0 });
  assert.equal(await app.exited, 0);
});

test('unless the setting says that the app lives on', { timeout: 30_000 }, async (t) => {
  const started = await start(t, { configure: { quitWhenAllWindowsClosed: false } });
  started.main.control('close', { window: 'main' });
  await started.main.nextControl('window-closed');
  assert.deepEqual(await started.app.inMain('return events'), ['close']);
  await assertQuitsNow(started);
});

test('a listener of electron/main.cjs decides instead', { timeout: 30_000 }, async (t) => {
  const userMain = `${WATCHED} electron.app.on('window-all-closed', () => events.push('window-all-closed'));`;
  const started = await start(t, { userMain });
  started.main.control('close', { window: 'main' });
  await started.main.nextControl('window-closed');
  assert.deepEqual(await started.app.inMain('return new Promise((resolve) => setImmediate(() => resolve(events)))'), ['close', 'window-all-closed']);
  await assertQuitsNow(started);
});

test('a listener in C# decides instead, while it listens', { timeout: 30_000 }, async (t) => {
  const started = await start(t);
  const { app, main } = started;
  main.control('hear', { event: 'window-all-closed', isHeard: true });
  main.control('close', { window: 'main' });
  await main.nextControl('window-all-closed');
  assert.deepEqual(await app.inMain('return events'), ['close']);
  main.control('hear', { event: 'window-all-closed', isHeard: false });
  main.control('window', { name: 'main', options: {}, url: null });
  await main.nextControl('window-created');
  main.control('close', { window: 'main' });
  await main.nextControl('stop');
  main.control('quit', { code: 0 });
  assert.equal(await app.exited, 0);
});

/** A page that does not answer for a time. @param {number} seconds */
const hangs = (seconds) => `addEventListener("beforeunload", () => { for (const end = Date.now() + ${seconds * 1000}; Date.now() < end;); }), 0`;

test('a page that does not answer is closed where no dialog can be shown', { timeout: 60_000 }, async (t) => {
  const started = await start(t);
  const { app, main } = started;
  await app.inPage(hangs(60));
  await app.inMain(GESTURE);
  assert.equal(await quitFromDotnet(started), true);
  const { message } = await main.nextControl('log');
  assert.match(message, /^The page of window 'main' did not answer within 5 s whether its window can be closed, .*: the window was closed\.$/);
  await main.nextControl('stop');
});

for (const { button, seconds } of [{ button: 'Close', seconds: 60 }, { button: 'Wait', seconds: 7 }]) {
  test(`else a dialog asks: ${button}`, { timeout: 60_000 }, async (t) => {
    const started = await start(t, { env: { IPCAPP_CHROMIUM_BUTTON: button } });
    const { app, main } = started;
    await app.inPage(hangs(seconds));
    await app.inMain(GESTURE);
    assert.equal(await quitFromDotnet(started), true);
    await main.nextControl('stop');
    assert.match(app.stderr, new RegExp(`^ipcapp: dialog\\.showMessageBox: 'Test does not respond' was answered with ${button}`, 'm'));
  });
}
