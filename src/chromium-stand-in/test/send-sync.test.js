'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { electron, useHost, open, run } = require('./support/host');

const { ipcMain } = electron;
useHost();

const html = '<!doctype html><meta charset="utf-8">';
/** Documents that this host does not serve keep their policy, and must block in another way. */
const strict = encodeURIComponent('<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">');

test('the first answer wins, and later code of the listener still runs', async () => {
  let after = false;
  ipcMain.on('first', (event) => {
    event.returnValue = { list: [1, undefined, new Date(7)] };
    event.returnValue = 'second';
    after = true;
  });
  const { webContents } = await open(html);
  assert.equal(
    await run(webContents, `(({ list }) => list[0] === 1 && list.length === 3 && list[2].getTime() === 7)(api.sendSync('first'))`),
    true,
  );
  assert.equal(after, true);
});

test('the page stands still until a late answer', async () => {
  ipcMain.on('late', async (event) => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    event.returnValue = 'done';
  });
  const { webContents } = await open(html);
  const [answer, ticks] = await run(
    webContents,
    `(() => { let ticks = 0; setInterval(() => ticks++, 1); return [api.sendSync('late'), ticks]; })()`,
  );
  assert.deepEqual([answer, ticks], ['done', 0]);
});

test('undefined and null are answers', async () => {
  ipcMain.on('nothing', (event, value) => {
    event.returnValue = value;
  });
  const { webContents } = await open(html);
  assert.equal(await run(webContents, `api.sendSync('nothing', undefined) === undefined && api.sendSync('nothing', null) === null`), true);
});

test('nobody listening: a warning in main, and an error object', async (t) => {
  const warned = t.mock.method(console, 'warn', () => {});
  const { webContents } = await open(html);
  assert.deepEqual(await run(webContents, `api.sendSync('unheard')`), { error: 'reply was never sent' });
  assert.equal(
    warned.mock.calls[0]?.arguments[0],
    `WebContents #${webContents.id} called ipcRenderer.sendSync() with 'unheard' channel without listeners.`,
  );
});

test('an uncloneable answer throws in main and may be followed by another', async () => {
  ipcMain.once('uncloneable', (event) => {
    assert.throws(
      () => {
        event.returnValue = () => {};
      },
      { message: 'An object could not be cloned.' },
    );
    event.returnValue = 'another';
  });
  const { webContents } = await open(html);
  assert.equal(await run(webContents, `api.sendSync('uncloneable')`), 'another');
});

test('ipc-message-sync comes first and may answer', async () => {
  const { webContents } = await open(html);
  webContents.once('ipc-message-sync', (event, channel, arg) => {
    event.returnValue = [channel, arg];
  });
  assert.deepEqual(await run(webContents, `api.sendSync('early', 4)`), ['early', 4]);
});

test('order holds among send, invoke and sendSync', async () => {
  /** @type {number[]} */
  const order = [];
  ipcMain.on('o-send', (_event, n) => order.push(n));
  ipcMain.handle('o-invoke', (_event, n) => order.push(n));
  ipcMain.on('o-sync', (event, n) => {
    event.returnValue = order.push(n);
  });
  const { webContents } = await open(html);
  await run(
    webContents,
    `(() => {
    for (let n = 0; n < 30; n += 3) { api.send('o-send', n); api.invoke('o-invoke', n + 1); api.sendSync('o-sync', n + 2); }
  })()`,
  );
  assert.deepEqual(
    order,
    Array.from({ length: 30 }, (_, n) => n),
  );
});

test('a document whose policy forbids requests blocks in a prompt', async () => {
  ipcMain.on('by-prompt', (event, x) => {
    event.returnValue = x + 1;
  });
  const { webContents } = await open(html);
  await webContents.loadURL(`data:text/html,${strict}`);
  assert.equal(await run(webContents, `api.sendSync('by-prompt', 1)`), 2);
});

test('a frame whose policy forbids requests blocks in a debugger pause', async () => {
  ipcMain.on('by-debugger', (event, x) => {
    event.returnValue = x + 1;
  });
  const { webContents } = await open(html, { nodeIntegrationInSubFrames: true });
  const result = once(ipcMain, 'debugger-result');
  const page = encodeURIComponent(`<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'; connect-src 'none'">
    <script>api.send('debugger-result', api.sendSync('by-debugger', 5))</script>`);
  const src = JSON.stringify(`data:text/html,${page}`);
  await run(webContents, `void document.body.append(Object.assign(document.createElement('iframe'), { src: ${src} }))`);
  const [, answer] = await result;
  assert.equal(answer, 6);
});

test('a strict policy of a served page leaves room to block', async () => {
  ipcMain.on('strict', (event) => {
    event.returnValue = 'ok';
  });
  const { webContents } = await open(`<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'">`);
  /** @type {string[]} */
  const console = [];
  webContents.on('console-message', (event) => console.push(event.message));
  assert.equal(await run(webContents, `api.sendSync('strict')`), 'ok');
  assert.deepEqual(console, []);
});

test('a window destroyed while its page is blocked does no harm', async () => {
  const { webContents } = await open(html);
  const asked = once(ipcMain, 'unanswered');
  run(webContents, `api.sendSync('unanswered')`).catch(() => {});
  const [event] = await asked;
  webContents.close();
  event.returnValue = 'too late';
  const other = await open(html);
  ipcMain.once('after', (each) => {
    each.returnValue = 1;
  });
  assert.equal(await run(other.webContents, `api.sendSync('after')`), 1);
});
