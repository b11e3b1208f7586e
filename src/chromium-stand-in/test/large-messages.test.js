'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { electron, useHost, open, run, pages, preload } = require('./support/host');

const { ipcMain } = electron;
const options = { preload: preload('large.js'), nodeIntegrationInSubFrames: true };
/** Takes several parts, with halves of surrogate pairs and escapes where parts meet. */
const unit = '😀"é';
const count = 1_000_000;
/** As Base64 it is longer than a string of V8 can be. */
const tooMany = 402_653_185;
/** As JSON it is longer than a string of V8 can be. */
const tooMuchText = '\u0001'.repeat(90_000_000);
const tooLarge = /The message is too large for the Chromium host \(DevTools protocol\)/;
/** Documents that this host does not serve keep their policy, and must block in another way. */
const strict = encodeURIComponent(`<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'">`);
useHost();

// tests/IpcApp.TestApp/wwwroot/larger.js shows an answer that is larger than one command of the DevTools protocol
ipcMain.handle('length', (_event, value) => value.length);
ipcMain.handle('small', (_event, value) => value);
ipcMain.on('text', (event, text, times) => {
  event.returnValue = text.repeat(times);
});

test('an argument whose escaped text is longer than a string can be', { timeout: 60_000 }, async () => {
  const { webContents } = await open('<!doctype html>', options);
  const other = await open('<!doctype html>', options);
  const length = run(webContents, `large.text('中', 90_000_000)`);
  assert.equal(await run(other.webContents, `large.invoke('small', 5)`), 5);
  assert.equal(await length, 90_000_000);
});

test('text is the same after it was cut into parts, both ways', async () => {
  const { webContents } = await open('<!doctype html>', options);
  assert.equal(await run(webContents, `large.text('${unit}', ${count})`), unit.length * count);
  webContents.send('text', unit.repeat(count), unit);
  const [, checked] = await once(ipcMain, 'checked');
  assert.deepEqual(checked, { length: unit.length * count, isRight: true });
});

test('many large messages of one turn arrive in their order', async () => {
  const { webContents } = await open('<!doctype html>', options);
  /** @type {number[]} */
  const lengths = [];
  const all = new Promise((resolve) => {
    ipcMain.on('checked', function listen(_event, { length }) {
      if (lengths.push(length) < 5) return;
      ipcMain.off('checked', listen);
      resolve(undefined);
    });
  });
  for (const times of [10, 1_500_000, 20, 2_500_000, 30]) webContents.send('text', 'x'.repeat(times), 'x');
  await all;
  assert.deepEqual(lengths, [10, 1_500_000, 20, 2_500_000, 30]);
});

test('sendSync takes a large answer in each of its ways', async () => {
  const expected = [unit.length * count, true];
  const call = `large.sync('${unit}', ${count})`;
  const { webContents } = await open('<!doctype html><body>', options);
  assert.deepEqual(await run(webContents, call), expected, 'by a request');
  const page = encodeURIComponent(`<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'; connect-src 'none'">
    <script>large.invoke('by-debugger', ${call})</script>`);
  const asked = new Promise((resolve) => {
    ipcMain.handle('by-debugger', (_event, answer) => resolve(answer));
  });
  const src = JSON.stringify(`data:text/html;charset=utf-8,${page}`);
  await run(webContents, `void document.body.append(Object.assign(document.createElement('iframe'), { src: ${src} }))`);
  assert.deepEqual(await asked, expected, 'by the debugger');
  await webContents.loadURL(`data:text/html;charset=utf-8,${strict}`);
  assert.deepEqual(await run(webContents, call), expected, 'by a prompt');
});

test("a channel's name may be large", async () => {
  const { webContents } = await open('<!doctype html>', options);
  const heard = once(ipcMain, 'c'.repeat(3_000_000));
  await run(webContents, `large.channel(3_000_000)`);
  assert.equal((await heard)[1], 1);
});

test('what a page sends that no text can hold is refused in the way of its kind, and nothing else is', async () => {
  const { webContents } = await open('<!doctype html>', options);
  /** @type {string[]} */
  const printed = [];
  webContents.on('console-message', ({ message }) => printed.push(message));
  const outcome = await run(webContents, `large.bytes('invoke', ${tooMany}).then(() => 'answered', (error) => error.message)`);
  assert.match(outcome, /^Error invoking remote method 'bytes': Error: The message is too large for the Chromium host/);
  assert.match((await run(webContents, `large.bytes('sendSync', ${tooMany})`)).error, /^Error: The message is too large/);
  await run(webContents, `large.bytes('send', ${tooMany})`);
  const closed = once(ipcMain, 'transfer-closed');
  await run(webContents, `large.transfer(${tooMany})`);
  await closed;
  assert.equal(await run(webContents, `large.invoke('small', 5)`), 5);
  const dropped = printed.filter((message) => tooLarge.test(message));
  assert.equal(dropped.length, 2);
  assert.match(dropped[0] ?? '', /^A message on 'bytes' was dropped: /);
});

test('what the main process sends that no text can hold is refused in the way of its kind, and nothing else is', async (t) => {
  const printed = t.mock.method(console, 'error', () => {});
  const { webContents } = await open('<!doctype html>', options);
  ipcMain.handle('too-many', () => Buffer.alloc(tooMany));
  ipcMain.handle('failing', () => {
    throw new Error(tooMuchText);
  });
  ipcMain.once('bytes', (event) => {
    event.returnValue = Buffer.alloc(tooMany);
  });
  const outcome = (/** @type {string} */ channel) =>
    run(webContents, `large.invoke('${channel}').then(() => 'answered', (error) => error.message)`);
  assert.match(await outcome('too-many'), /^Error invoking remote method 'too-many': MessageTooLargeError: The message is too large/);
  assert.match(await outcome('failing'), /^Error invoking remote method 'failing': MessageTooLargeError: The message is too large/);
  assert.match((await run(webContents, `large.bytes('sendSync', 1)`)).error, /^Error: The message is too large/);
  printed.mock.resetCalls();
  webContents.send('text', Buffer.alloc(tooMany), 'x');
  webContents.send('text', 'xx', 'x');
  assert.equal((await once(ipcMain, 'checked'))[1].length, 2);
  assert.equal(printed.mock.callCount(), 1);
});

test('ports carry large messages, and drop what no text can hold', async (t) => {
  const printed = t.mock.method(console, 'error', () => {});
  const { webContents } = await open('<!doctype html>', options);
  const received = once(ipcMain, 'port');
  await run(webContents, `large.port(${tooMany})`);
  const [{ ports }] = await received;
  const [port] = ports;
  const message = once(port, 'message');
  port.start();
  assert.equal((await message)[0].data.length, 3_000_000);
  const passedOn = new electron.MessageChannelMain();
  const closed = once(passedOn.port1, 'close');
  passedOn.port1.start();
  assert.throws(() => port.postMessage(Buffer.alloc(tooMany)), { message: tooLarge });
  port.postMessage(tooMuchText, [passedOn.port2]);
  port.postMessage('v'.repeat(3_000_000));
  assert.equal((await once(ipcMain, 'over-port'))[1], 3_000_000);
  await closed;
  assert.match(String(printed.mock.calls[0]?.arguments[1]), tooLarge);
});

test('an answer of a protocol handler that is too large for the pipe fails its request alone', async () => {
  const { webContents } = await open('<!doctype html>', options);
  pages.set('app://local/large.bin', () => new Response(new Uint8Array(80_000_000)));
  pages.set('app://local/small.txt', 'small');
  assert.equal(await run(webContents, `fetch('/large.bin').then(() => 'answered', (error) => error.name)`), 'TypeError');
  assert.equal(await run(webContents, `fetch('/small.txt').then((answer) => answer.text())`), 'small');
});

test('script that is too large for the pipe rejects', async () => {
  const { webContents } = await open('<!doctype html>', options);
  await assert.rejects(run(webContents, `'${'x'.repeat(105_000_000)}'.length`), {
    message: /^Runtime\.evaluate: the message has \d+ bytes, more than the 104857599 that Chromium's DevTools pipe takes$/,
  });
  assert.equal(await run(webContents, '1 + 1'), 2);
});
