'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once, on } = require('node:events');
const { electron, useHost, open, run, pages } = require('./support/host');

const { ipcMain, webFrameMain, webContents: contentsModule } = electron;
useHost();

const child = `<!doctype html><script>api.send('child', location.href, typeof api)</script>`;

/** @param {string} frame markup of an iframe */
async function openWithFrame(frame) {
  pages.set('app://local/child.html', child);
  pages.set('app://other/child.html', child);
  const message = once(ipcMain, 'child');
  const window = await open(`<!doctype html><body>${frame}`, { nodeIntegrationInSubFrames: true });
  const [event, ...args] = await message;
  return { window, webContents: window.webContents, event, args };
}

/** @type {[string, string, { url: string, origin: string, sameProcess: boolean }][]} */
const kinds = [
  ['same-origin', '<iframe name="inner" src="child.html">', { url: 'app://local/child.html', origin: 'app://local', sameProcess: true }],
  [
    'cross-origin',
    '<iframe name="inner" src="app://other/child.html">',
    { url: 'app://other/child.html', origin: 'app://other', sameProcess: false },
  ],
  [
    'sandboxed',
    '<iframe name="inner" sandbox="allow-scripts" src="child.html">',
    { url: 'app://local/child.html', origin: 'null', sameProcess: false },
  ],
  [
    'srcdoc',
    `<iframe name="inner" srcdoc="<script>api.send('child')</script>">`,
    { url: 'about:srcdoc', origin: 'app://local', sameProcess: true },
  ],
];
for (const [kind, markup, expected] of kinds) {
  test(`a ${kind} frame is known for what it is`, async () => {
    const { webContents, event } = await openWithFrame(markup);
    const frame = event.senderFrame;
    const { mainFrame } = webContents;
    assert.deepEqual({ url: frame.url, origin: frame.origin, sameProcess: frame.processId === mainFrame.processId }, expected);
    assert.equal(frame.name, 'inner');
    assert.deepEqual([frame.parent, frame.top, mainFrame.frames[0]], [mainFrame, mainFrame, frame]);
    assert.deepEqual(mainFrame.framesInSubtree, [mainFrame, frame]);
    assert.equal(webFrameMain.fromId(event.processId, event.frameId), frame);
    assert.equal(webFrameMain.fromFrameToken(event.processId, frame.frameToken), frame);
    assert.equal(contentsModule.fromFrame(frame), webContents);
    assert.equal(webFrameMain.fromId(event.processId, 999999), undefined);
    assert.equal(webFrameMain.fromFrameToken(event.processId, 'none'), null);
  });

  test(`a ${kind} frame can invoke, sendSync and be answered`, async () => {
    const { webContents, event } = await openWithFrame(markup);
    const frame = event.senderFrame;
    ipcMain.removeHandler('who');
    ipcMain.handle('who', (each) => each.senderFrame === frame);
    ipcMain.removeAllListeners('who-sync');
    ipcMain.on('who-sync', (each) => {
      each.returnValue = each.senderFrame === frame;
    });
    assert.deepEqual(await run(frame, `Promise.all([api.invoke('who'), api.sendSync('who-sync')])`), [true, true]);
    const heard = run(frame, `new Promise((resolve) => { api.on('to-frame', resolve); api.send('listening'); })`);
    await once(ipcMain, 'listening');
    assert.equal(webContents.sendToFrame([event.processId, event.frameId], 'to-frame', 'hello'), true);
    assert.equal(await heard, 'hello');
  });
}

test('without nodeIntegrationInSubFrames a frame has no preload', async () => {
  pages.set('app://local/child.html', '<!doctype html>');
  const { webContents } = await open('<!doctype html><body><iframe src="child.html">');
  const [frame] = webContents.mainFrame.frames;
  assert.ok(frame);
  assert.equal(await run(frame, 'typeof api'), 'undefined');
});

test("an empty frame has no address, and its parent's origin", async () => {
  const { webContents } = await open('<!doctype html><body><iframe>');
  const [frame] = webContents.mainFrame.frames;
  assert.deepEqual([frame?.url, frame?.origin], ['', 'app://local']);
});

test('the main frame stays the same object across navigations, its document does not', async () => {
  const { webContents } = await open();
  const { mainFrame } = webContents;
  const before = [mainFrame.routingId, mainFrame.frameToken, mainFrame.processId];
  const [[event]] = await Promise.all([once(ipcMain, 'before'), run(webContents, `api.send('before')`)]);
  pages.set('app://other/child.html', '<!doctype html>');
  await webContents.loadURL('app://other/child.html');
  assert.equal(webContents.mainFrame, mainFrame);
  assert.equal(mainFrame.origin, 'app://other');
  [mainFrame.routingId, mainFrame.frameToken, mainFrame.processId].forEach((each, index) => assert.notEqual(each, before[index]));
  const warning = once(process, 'warning');
  assert.equal(event.senderFrame, null);
  assert.match((await warning)[0].message, /^Frame property was accessed after it navigated or was destroyed/);
  event.reply('gone'); // nobody hears it, and nothing throws
});

for (const [kind, markup] of kinds) {
  test(`a removed ${kind} frame is disposed`, async () => {
    const { webContents, event } = await openWithFrame(markup);
    const frame = event.senderFrame;
    await run(webContents, `document.querySelector('iframe').remove()`);
    // Of a frame in another process the browser tells when that process has.
    while (!frame.isDestroyed()) await new Promise((resolve) => { setTimeout(resolve, 5); });
    assert.deepEqual([frame.isDestroyed(), frame.detached, typeof frame.frameTreeNodeId], [true, true, 'number']);
    assert.throws(() => frame.origin, { message: 'Render frame was disposed before WebFrameMain could be accessed' });
    assert.deepEqual(webContents.mainFrame.frames, []);
  });
}

test('messages of a page that is going away still arrive with their sender', async () => {
  const { webContents } = await open(`<!doctype html><script>addEventListener('pagehide', () => api.send('bye'))</script>`);
  const bye = once(ipcMain, 'bye').then(([event]) => [event.sender === webContents, typeof event.frameId]);
  webContents.reload();
  assert.deepEqual(await bye, [true, 'number']);
});

test('frame-created tells of every frame', async () => {
  const { webContents } = await open('<!doctype html><body>');
  const created = on(webContents, 'frame-created');
  await run(webContents, `void document.body.append(document.createElement('iframe'))`);
  const {
    value: [, { frame }],
  } = await created.next();
  assert.equal(frame, webContents.mainFrame.frames[0]);
});

test('a hostile page cannot speak as the preload', async () => {
  const { webContents } = await open();
  const names = await run(webContents, `Object.getOwnPropertyNames(window).filter((name) => /ipcapp|electron/i.test(name))`);
  assert.deepEqual(names, []);
});

test('frame-created tells of the main frame once, not at each navigation', async () => {
  const window = new electron.BrowserWindow();
  /** @type {unknown[]} */
  const created = [];
  window.webContents.on('frame-created', (_event, { frame }) => created.push(frame));
  pages.set('app://local/index.html', '<!doctype html>');
  pages.set('app://other/child.html', '<!doctype html>');
  await window.loadURL('app://local/index.html');
  await window.loadURL('app://other/child.html');
  assert.deepEqual(created, [window.webContents.mainFrame]);
});

test('dom-ready comes for frames, too', async () => {
  const { webContents } = await openWithFrame('<iframe name="inner" src="child.html">');
  const [frame] = webContents.mainFrame.frames;
  assert.ok(frame);
  const ready = once(frame, 'dom-ready');
  assert.equal(frame.reload(), true);
  await ready;
});

test('the focused frame is known', async () => {
  const { webContents } = await openWithFrame('<iframe name="inner" src="child.html">');
  const [frame] = webContents.mainFrame.frames;
  assert.equal(webContents.focusedFrame, webContents.mainFrame);
  // what the preload tells of the focus comes before what the page sends after it
  const focused = once(ipcMain, 'focus-moved');
  await run(webContents, `new Promise((resolve) => {
    frames[0].addEventListener('focus', () => resolve(frames[0].api.send('focus-moved')), { once: true });
    document.querySelector('iframe').focus();
  })`);
  await focused;
  assert.equal(webContents.focusedFrame, frame);
});

test('sendToFrame reaches frames of its own contents only, and says so (S82, S83)', async () => {
  const { webContents, event } = await openWithFrame('<iframe name="inner" src="child.html">');
  const other = await open();
  const sendToFrame = (/** @type {any[]} */ ...args) => Reflect.apply(webContents.sendToFrame, webContents, args);
  const { processId, routingId } = other.webContents.mainFrame;
  assert.equal(sendToFrame([processId, routingId], 'not-yours'), false);
  assert.equal(sendToFrame([event.processId, 999999], undefined), false);
  assert.equal(sendToFrame(event.frameId, 'same-process'), true);
  const noFrame = { name: 'Error', message: 'Missing required frame argument (must be number or [processId, frameId])' };
  for (const bad of [undefined, null, 'text', {}, [], [1], ['1', '2']]) assert.throws(() => sendToFrame(bad, 'x'), noFrame);
  assert.throws(() => sendToFrame(event.frameId, 5), { name: 'TypeError', message: 'Missing required channel argument' });
});

/** @type {[string, string, string, string][]} */
const silent = [
  ['an empty frame', '<iframe name="inner">', '', 'app://local'],
  ['a srcdoc frame', '<iframe name="inner" srcdoc="text">', 'about:srcdoc', 'app://local'],
  ['a sandboxed frame', '<iframe name="inner" sandbox src="silent.html">', 'app://local/silent.html', 'null'],
  ['a sandboxed srcdoc frame', '<iframe name="inner" sandbox="allow-scripts" srcdoc="text">', 'about:srcdoc', 'null'],
  ['a frame that keeps its origin in a sandbox', '<iframe name="inner" sandbox="allow-same-origin" srcdoc="text">', 'about:srcdoc', 'app://local'],
  ['a frame of another origin', '<iframe name="inner" src="app://other/silent.html">', 'app://other/silent.html', 'app://other'],
];
for (const [what, markup, url, origin] of silent) {
  test(`when ${what} is told to have navigated, url, origin and name are those of its document (S105)`, async () => {
    for (const host of ['local', 'other']) pages.set(`app://${host}/silent.html`, '<!doctype html>');
    const { webContents } = await open('<!doctype html><body>');
    const told = new Promise((resolve) =>
      webContents.on('did-frame-navigate', (_event, address, _code, _text, isMainFrame, processId, routingId) => {
        const frame = webFrameMain.fromId(processId, routingId);
        resolve([address, isMainFrame, frame?.url, frame?.origin, frame?.name, frame?.parent === webContents.mainFrame]);
      }),
    );
    await run(webContents, `void (document.body.innerHTML = ${JSON.stringify(markup)})`);
    assert.deepEqual(await told, [url, false, url, origin, 'inner', true]);
  });
}

test('a frame that navigates within itself has its new address when that is told, and keeps the rest', async () => {
  pages.set('app://local/silent.html', '<!doctype html>');
  const { webContents } = await open('<!doctype html><body><iframe src="silent.html">');
  const [frame] = webContents.mainFrame.frames;
  assert.ok(frame);
  const { frameToken, origin, processId, routingId } = frame;
  /** @type {unknown[]} */
  const told = [];
  webContents.on('did-navigate-in-page', (_event, ...args) => told.push([...args, frame.url]));
  const back = new Promise((resolve) => webContents.on('did-navigate-in-page', () => told.length === 4 && resolve(undefined)));
  await run(
    frame,
    `history.pushState(null, '', '/deep/er'), history.replaceState(null, '', '?q'), location.hash = 'part',
      addEventListener('hashchange', () => history.back(), { once: true })`,
  );
  await back;
  const addresses = ['app://local/deep/er', 'app://local/deep/er?q', 'app://local/deep/er?q#part', 'app://local/deep/er?q'];
  assert.deepEqual(told, addresses.map((url) => [url, false, processId, routingId, url]));
  assert.deepEqual([frame.frameToken, frame.origin], [frameToken, origin]);
});

test('what a frame of another process says has its own frame, and its document is told to be parsed', async () => {
  pages.set('app://other/silent.html', `<!doctype html><script>console.log('from inside')</script>`);
  const { webContents } = await open('<!doctype html><body>');
  // Chromium says something of its own, too, about the scheme that it does not know
  const said = new Promise((resolve) =>
    webContents.on('console-message', ({ message, frame }) => message === 'from inside' && resolve(frame)),
  );
  const parsed = new Promise((resolve) =>
    webContents.on('frame-created', (_event, { frame }) => frame?.on('dom-ready', () => resolve(frame))),
  );
  await run(webContents, `void (document.body.innerHTML = '<iframe src="app://other/silent.html">')`);
  const frame = await said;
  assert.equal(frame, webContents.mainFrame.frames[0]);
  assert.equal(await parsed, frame);
});

test('a frame that is renamed has its new name with its next message', async () => {
  const { webContents } = await open();
  const named = once(ipcMain, 'named');
  await run(webContents, `window.name = 'another', api.send('named')`);
  assert.equal((await named)[0].senderFrame.name, 'another');
});
