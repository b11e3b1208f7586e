'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { electron, useHost, open, run, pages } = require('./support/host');

const { app, ipcMain, webFrameMain } = electron;
const disposed = 'Render frame was disposed before WebFrameMain could be accessed';
useHost();

/** @param {import('../lib/web-contents/web-contents').WebContents} webContents */
async function crash(webContents) {
  const gone = once(webContents, 'render-process-gone');
  webContents.forcefullyCrashRenderer();
  return gone;
}

/** @param {import('../lib/web-contents/web-contents').WebContents} webContents */
async function recover(webContents) {
  const loaded = once(webContents, 'did-finish-load');
  webContents.reload();
  await loaded;
}

/** @param {() => void} action @returns {unknown[][]} what it wrote with console.error */
function errorsOf(action) {
  const original = console.error;
  /** @type {unknown[][]} */
  const written = [];
  console.error = (...args) => written.push(args);
  try {
    action();
  } finally {
    console.error = original;
  }
  return written;
}

test('a crash is told by contents and app, with its reason', async () => {
  const { webContents } = await open();
  const appGone = once(app, 'render-process-gone');
  assert.equal(webContents.isCrashed(), false);
  const [, details] = await crash(webContents);
  assert.equal(details.reason, 'crashed');
  assert.equal(typeof details.exitCode, 'number');
  const [, contents, same] = await appGone;
  assert.deepEqual([contents, same, webContents.isCrashed(), webContents.isLoading()], [webContents, details, true, false]);
});

test('the frames of a crashed page are disposed, and the same main frame works after reload (S103)', async () => {
  const { webContents } = await open('<!doctype html><body><iframe>');
  const { mainFrame } = webContents;
  const [child] = mainFrame.frames;
  const { processId, routingId, frameToken, frameTreeNodeId } = mainFrame;
  await crash(webContents);
  assert.equal(webContents.mainFrame, mainFrame);
  assert.deepEqual([mainFrame.isDestroyed(), child?.isDestroyed()], [true, true]);
  for (const name of /** @type {const} */ (['url', 'origin', 'name', 'processId', 'routingId', 'parent', 'top', 'frames'])) {
    assert.throws(() => mainFrame[name], { name: 'Error', message: disposed });
  }
  assert.equal(mainFrame.frameTreeNodeId, frameTreeNodeId);
  assert.equal(typeof mainFrame.ipc.on, 'function');
  assert.equal(webFrameMain.fromId(processId, routingId), undefined);
  await assert.rejects(run(mainFrame, '1'), { message: disposed });

  await recover(webContents);
  assert.deepEqual([webContents.isCrashed(), mainFrame.isDestroyed(), mainFrame.detached], [false, false, false]);
  assert.equal(webContents.mainFrame, mainFrame);
  assert.equal(mainFrame.url, 'app://local/index.html');
  assert.notEqual(mainFrame.processId, processId);
  assert.notEqual(mainFrame.frameToken, frameToken);
  assert.equal(mainFrame.frames.length, 1);
});

test('sending to a crashed page logs, posting throws, and neither reaches the next page', async () => {
  const { webContents } = await open();
  await crash(webContents);
  const written = errorsOf(() => webContents.send('lost', 1));
  assert.equal(written.length, 1);
  assert.equal(written[0]?.[0], 'Error sending from webFrameMain: ');
  assert.equal(/** @type {any} */ (written[0]?.[1]).message, disposed);
  assert.throws(() => webContents.postMessage('lost', 1), { message: disposed });
  pages.set('app://local/index.html', `<!doctype html><script>api.on('lost', () => api.send('heard', 'lost'));
    api.on('found', () => api.send('heard', 'found')); api.send('ready')</script>`);
  const ready = once(ipcMain, 'ready');
  await recover(webContents);
  await ready;
  const heard = once(ipcMain, 'heard');
  webContents.send('found');
  assert.equal((await heard)[1], 'found');
});

test('a call that was pending when its page crashed is answered into the void', async () => {
  const { webContents } = await open();
  /** @type {any} */
  let event;
  /** @type {(value: unknown) => void} */
  let answer = () => {};
  const asked = new Promise((resolve) =>
    ipcMain.handleOnce('pending', (each) => {
      event = each;
      resolve(undefined);
      return new Promise((settle) => {
        answer = settle;
      });
    }),
  );
  run(webContents, `void api.invoke('pending')`).catch(() => {}); // the crash may come before its end
  await asked;
  await crash(webContents);
  const warned = once(process, 'warning');
  assert.equal(event.senderFrame, null);
  await warned;
  answer('nobody hears it');
  await recover(webContents);
  ipcMain.handleOnce('again', () => 'works');
  assert.equal(await run(webContents, `api.invoke('again')`), 'works');
});

test('a page that crashes while it waits in sendSync may be answered and replied to without effect (S76, S86)', async () => {
  const { webContents } = await open();
  const asked = once(ipcMain, 'sync-crash');
  run(webContents, `api.sendSync('sync-crash')`).catch(() => {});
  const [event] = await asked;
  await crash(webContents);
  assert.deepEqual(
    errorsOf(() => {
      event.returnValue = 'too late';
      event.reply('gone', 1);
    }),
    [],
  );
  await recover(webContents);
  ipcMain.once('sync-again', (each) => {
    each.returnValue = 'works';
  });
  assert.equal(await run(webContents, `api.sendSync('sync-again')`), 'works');
});

test('a crash closes the ports that the page held', async () => {
  const { webContents } = await open();
  const { port1, port2 } = new electron.MessageChannelMain();
  webContents.postMessage('port', null, [port2]);
  port1.start();
  const closed = once(port1, 'close');
  await crash(webContents);
  await closed;
});

test('a load brings a crashed page back, too', async () => {
  const { webContents } = await open();
  await crash(webContents);
  pages.set('app://other/', '<!doctype html><title>other</title>');
  await webContents.loadURL('app://other/');
  assert.deepEqual([webContents.isCrashed(), webContents.mainFrame.origin, webContents.getTitle()], [false, 'app://other', 'other']);
});

test('a load that is under way fails with the crash', async () => {
  pages.set('app://local/never', () => new Promise(() => {}));
  const { webContents } = await open();
  const load = assert.rejects(webContents.loadURL('app://local/never'), { url: 'app://local/never' });
  await crash(webContents);
  await load;
});
