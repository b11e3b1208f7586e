'use strict';
const { before, after, test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { useDisplay } = require('./support/display');

/** @type {typeof import('./support/host')} */
let host;
/** @type {typeof import('../lib/browser/browser').browser} */
let browser;
useDisplay();
before(async () => {
  host = require('./support/host');
  ({ browser } = require('../lib/browser/browser'));
  await host.start();
});
after(() => browser?.stop());

/** @param {any} window as the host sees it @returns {Promise<any>} as Chromium's own bounds tell */
async function nativeBounds(window) {
  const { WebContents } = require('../lib/web-contents/web-contents');
  const { cdp } = WebContents.pageOf(window.webContents).main;
  const { bounds } = await cdp.send('Browser.getWindowForTarget', {});
  return bounds;
}

test('a window without tabs shows its page, with its preload', async () => {
  const { electron, open, run } = host;
  const window = await open('<!doctype html><title>Real</title>');
  assert.doesNotMatch(browser.userAgent, /Headless/);
  electron.ipcMain.handle('real', () => 'yes');
  assert.equal(await run(window.webContents, `api.invoke('real')`), 'yes');
  assert.equal(await run(window.webContents, 'outerHeight - innerHeight < 60'), true); // a tab strip and an address bar are higher
  assert.equal(window.getTitle(), 'Real');
  assert.equal(await run(window.webContents, 'document.visibilityState'), 'visible');
});

test('sizes are those of the native window', async () => {
  const { electron, run } = host;
  const window = new electron.BrowserWindow({ x: 40, y: 30, width: 640, height: 480 });
  await window.loadURL('data:text/html,<p>sized');
  const { width, height } = await nativeBounds(window);
  assert.deepEqual([width, height], [640, 480]); // where it stands is the window manager's decision, and there is none here
  const resized = run(window.webContents, `new Promise((resolve) => addEventListener('resize', () => resolve(innerWidth)))`);
  await run(window.webContents, '1'); // the listener is there
  window.setBounds({ width: 500, height: 400 });
  assert.equal(await resized, 500);
  assert.deepEqual(window.getBounds(), { x: 40, y: 30, width: 500, height: 400 });
});

test('several windows are apart, and close on their own', async () => {
  const { electron, open, run } = host;
  const windows = await Promise.all([open(), open(), open()]);
  electron.ipcMain.handle('which', (event) => event.sender.id);
  assert.deepEqual(
    await Promise.all(windows.map(({ webContents }) => run(webContents, `api.invoke('which')`))),
    windows.map(({ webContents }) => webContents.id),
  );
  const [first, ...others] = windows;
  assert.ok(first);
  const closed = once(first, 'closed');
  first.close();
  await closed;
  assert.deepEqual(
    others.map((each) => each.isDestroyed()),
    [false, false],
  );
  for (const each of others) assert.equal(await run(each.webContents, '1'), 1);
});

const nextVisibility = `new Promise((resolve) =>
  addEventListener('visibilitychange', () => resolve(document.visibilityState), { capture: true, once: true }))`;

test('a hidden window is hidden to its page', async () => {
  const { open, run } = host;
  const window = await open();
  const hidden = run(window.webContents, nextVisibility);
  await run(window.webContents, '1');
  window.hide();
  assert.equal(await hidden, 'hidden');
  assert.equal(window.webContents.mainFrame.visibilityState, 'hidden');
  const shown = run(window.webContents, nextVisibility);
  await run(window.webContents, '1');
  window.show();
  assert.equal(await shown, 'visible');
});

test('a page may close its window, and a reload keeps it', async () => {
  const { open, run } = host;
  const window = await open();
  const loaded = once(window.webContents, 'did-finish-load');
  window.reload();
  await loaded;
  assert.equal(await run(window.webContents, 'typeof api'), 'object');
  const closed = once(window, 'closed');
  run(window.webContents, 'window.close()').catch(() => {});
  await closed;
});
