'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');

const BIND = { later: { invoke: true }, note: { listen: true }, echo: { invoke: true } };
const FIRST_WINDOW = 'electron.BrowserWindow.getAllWindows()[0]';

test('a navigation ends the pending invokes of the page that is left', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, { bind: BIND, files: { 'wwwroot/next.html': '<body>next</body>' } });
  await app.inPage('void ipc.invoke("later"), location.href = "/next.html", 0');
  const call = await main.nextCall('later');
  assert.deepEqual(await main.nextControl('frame-gone'), { type: 'frame-gone', frame: call.frame, reason: 'navigated' });
  const { origin, isMainFrame, contents: navigated } = await main.nextSnapshot('app://local/next.html');
  assert.deepEqual([origin, isMainFrame, navigated], ['app://local', true, contents]);
  main.reply(call.id, 'too late');
  main.answers.set('echo', ({ id, frame }) => main.reply(id, frame));
  assert.notEqual(await app.inPage('ipc.invoke("echo")'), call.frame, 'a number is not used again');
});

test('what a page sends while it is left arrives', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { bind: BIND, files: { 'wwwroot/next.html': '<body>next</body>' } });
  await app.inPage('addEventListener("pagehide", () => ipc.send("note", "saved")), location.href = "/next.html", 0');
  assert.deepEqual((await main.nextCall('note')).args, ['saved']);
});

test('a crash and a closed window end pending invokes too', { timeout: 30_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, { bind: BIND });
  await app.inPage('void ipc.invoke("later"), 0');
  const first = await main.nextCall('later');
  await app.inMain(`${FIRST_WINDOW}.loadURL('chrome://crash').catch(() => {})`);
  assert.deepEqual(await main.nextControl('frame-gone'), { type: 'frame-gone', frame: first.frame, reason: 'crashed' });
  const { source, window } = await main.nextControl('error');
  assert.deepEqual([source, window], ['render-process-gone', 'main']);
  await app.inMain(`return ${FIRST_WINDOW}.loadURL('app://local/')`);
  await app.inPage('void ipc.invoke("later"), 0');
  const second = await main.nextCall('later');
  main.control('close', { window: 'main' });
  assert.deepEqual(await main.nextControl('frame-gone'), { type: 'frame-gone', frame: second.frame, reason: 'destroyed' });
  assert.deepEqual((await main.nextControl('contents-destroyed')).contents, contents);
});

test('an address that is not one leaves the page, and its calls wait on', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { bind: BIND });
  await app.inPage('window.waiting = ipc.invoke("later"), 0');
  const call = await main.nextCall('later');
  await app.inMain(`return ${FIRST_WINDOW}.loadURL('no address').catch(() => 0)`);
  main.reply(call.id, 'answered');
  assert.equal(await app.inPage('waiting'), 'answered');
  assert.deepEqual(main.controlsLeft('frame-gone'), []);
});

test('.NET is told of addresses without a message of the page', { timeout: 30_000 }, async (t) => {
  const elsewhere = 'https://nowhere.invalid';
  const { app, main, contents } = await App.startWithPage(t, { window: { allowedOrigins: [elsewhere] } });
  await app.inPage('history.pushState(0, "", "/deep"), 0');
  const inPage = await main.nextSnapshot('app://local/deep');
  assert.deepEqual([inPage.event, inPage.contents, inPage.isMainFrame], ['did-navigate-in-page', contents, true]);
  await app.inPage('void document.body.append(Object.assign(document.createElement("iframe"), { srcdoc: "text" }))');
  const { event, origin, isMainFrame } = await main.nextSnapshot('about:srcdoc');
  assert.deepEqual([event, origin, isMainFrame], ['did-frame-navigate', 'app://local', false]);
  await app.inPage(`void (document.querySelector('iframe').removeAttribute('srcdoc'), document.querySelector('iframe').src = '${elsewhere}')`);
  const failed = await main.nextSnapshot(`${elsewhere}/`);
  assert.deepEqual([failed.event, failed.origin, failed.isMainFrame], [undefined, 'null', false]);
});

const FROM_IFRAMES = [{ anySender: false, subFrames: true, origins: [] }];
const ADD_IFRAME = `new Promise((resolve) => {
  const frame = document.createElement('iframe');
  frame.onload = () => resolve((void frame.contentWindow.ipc.invoke('later'), 0));
  frame.src = 'inner.html';
  document.body.append(frame);
})`;

test('the poll notices a frame that went without an event', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {
    bind: { later: { invoke: true, invokeFrom: FROM_IFRAMES } }, window: { subFrames: true },
    files: { 'wwwroot/inner.html': '<body>inner</body>' },
  });
  await app.inPage(ADD_IFRAME);
  const { frame } = await main.nextCall('later');
  await app.inPage('document.querySelector("iframe").remove()');
  let gone;
  do {
    gone = await main.nextControl('frame-gone');
  } while (gone.reason !== 'removed'); // the iframe's first, empty document was navigated from
  assert.deepEqual(gone, { type: 'frame-gone', frame, reason: 'removed' });
});

test('an iframe may send where a registration of the channel lets it, and nowhere else', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {
    bind: { later: { invoke: true, invokeFrom: FROM_IFRAMES }, echo: { invoke: true } }, window: { subFrames: true },
    files: { 'wwwroot/inner.html': '<body>inner</body>' },
  });
  await app.inPage(ADD_IFRAME);
  const { sender } = await main.nextCall('later');
  assert.deepEqual([sender.isMainFrame, sender.url], [false, 'app://local/inner.html']);
  assert.equal(await app.outcome('document.querySelector("iframe").contentWindow.ipc.invoke("echo")'),
    "Error invoking remote method 'echo': Error: Sender not allowed for 'echo'");
});
