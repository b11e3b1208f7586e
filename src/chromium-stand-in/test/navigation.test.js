'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const http = require('node:http');
const path = require('node:path');
const { electron, useHost, open, run, pages } = require('./support/host');

const { BrowserWindow } = electron;
useHost();

pages.set('app://local/next.html', '<!doctype html><title>next</title>');

/**
 * Navigates, with the event vetoed.
 * @param {string} event
 * @param {string} script
 */
async function veto(event, script) {
  const window = await open('<!doctype html><title>start</title><body>');
  const { webContents } = window;
  /** @type {any[]} */
  const details = [];
  const asked = new Promise((resolve) =>
    webContents.once(/** @type {any} */ (event), (/** @type {any} */ each) => {
      each.preventDefault();
      details.push(each);
      resolve(undefined);
    }),
  );
  await run(webContents, `void (${script})`);
  await asked;
  // a navigation that was let through would be over by now: this one is asked after it, and goes the same way
  await run(webContents, `fetch('/next.html').then((r) => r.status)`);
  return { webContents, details: details[0] };
}

for (const [what, address] of [
  ['a relative address', 'next.html'],
  ['an absolute app address', 'app://local/next.html'],
  ['another origin', 'https://elsewhere.invalid/'],
]) {
  test(`will-navigate vetoes a page's navigation to ${what}`, async () => {
    const { webContents, details } = await veto('will-navigate', `location.href = '${address}'`);
    assert.equal(webContents.getURL(), 'app://local/index.html');
    assert.equal(details.url, new URL(address ?? '', 'app://local/').href);
    assert.deepEqual([details.isMainFrame, details.isSameDocument, details.frame], [true, false, webContents.mainFrame]);
  });

  test(`will-frame-navigate vetoes a frame's navigation to ${what}`, async () => {
    const { webContents, details } = await veto(
      'will-frame-navigate',
      `document.body.append(Object.assign(document.createElement('iframe'), { src: '${address}' }))`,
    );
    assert.deepEqual([details.isMainFrame, details.frame], [false, webContents.mainFrame.frames[0]]);
    assert.deepEqual(
      webContents.mainFrame.frames.map((frame) => frame.url),
      [''],
    );
  });
}

test('will-frame-navigate takes a data address back', async () => {
  const { webContents, details } = await veto(
    'will-frame-navigate',
    `document.body.append(Object.assign(document.createElement('iframe'), { src: 'data:text/html,<p>text' }))`,
  );
  assert.equal(details.url, 'data:text/html,<p>text');
  const [frame] = webContents.mainFrame.frames;
  while (frame?.url) await once(webContents, 'did-frame-navigate');
});

test('the main process is not asked about its own navigations', async () => {
  const { webContents } = await open();
  webContents.on('will-navigate', () => assert.fail('asked'));
  await webContents.loadURL('app://local/next.html');
  const loaded = once(webContents, 'did-finish-load');
  webContents.reload();
  await loaded;
  assert.equal(webContents.getTitle(), 'next');
});

test('a navigation that is let through arrives', async () => {
  const { webContents } = await open();
  const navigated = once(webContents, 'did-navigate');
  await run(webContents, `void (location.href = 'app://local/next.html')`);
  assert.deepEqual((await navigated).slice(1), ['app://local/next.html', 200, 'OK']);
});

test('will-redirect vetoes', async () => {
  pages.set('app://local/redirect', () => new Response(null, { status: 302, headers: { location: 'app://local/next.html' } }));
  const { webContents } = await open();
  webContents.once('will-redirect', (event) => event.preventDefault());
  await assert.rejects(webContents.loadURL('app://local/redirect'), { code: 'ERR_ABORTED' });
});

test('window.open is refused with null, and asked about with its address', async () => {
  const { webContents } = await open();
  /** @type {Electron.HandlerDetails[]} */
  const asked = [];
  webContents.setWindowOpenHandler((details) => {
    asked.push(details);
    return { action: 'deny' };
  });
  assert.equal(await run(webContents, `window.open('/next.html', 'name', 'width=5') === null`), true);
  assert.deepEqual([asked[0]?.url, asked[0]?.frameName, asked[0]?.features], ['app://local/next.html', 'name', 'width=5']);
});

test('a link to a new window is refused, too', async () => {
  const { webContents } = await open('<!doctype html><body><a href="next.html" target="_blank">link</a>');
  /** @type {Promise<Electron.HandlerDetails>} */
  const asked = new Promise((resolve) =>
    webContents.setWindowOpenHandler((details) => {
      resolve(details);
      return { action: 'deny' };
    }),
  );
  const windows = BrowserWindow.getAllWindows().length;
  await run(webContents, `document.querySelector('a').click()`);
  assert.equal((await asked).url, 'app://local/next.html');
  assert.equal(BrowserWindow.getAllWindows().length, windows);
});

test('window.open opens a window of the app', async () => {
  const { webContents } = await open();
  webContents.setWindowOpenHandler(() => ({ action: 'allow', overrideBrowserWindowOptions: { title: 'Child' } }));
  const created = once(webContents, 'did-create-window');
  await run(webContents, `void window.open('/next.html')`);
  const [window] = await created;
  assert.equal(window.webContents.opener, webContents.mainFrame);
  if (!window.webContents.getURL()) await once(window.webContents, 'did-navigate');
  window.destroy();
});

test('loadFile, title and in-page navigation', async () => {
  const window = new BrowserWindow();
  const titled = once(window, 'page-title-updated');
  await window.loadFile(path.join(__dirname, 'fixtures', 'app', 'index.html'), { hash: 'top' });
  assert.match(window.webContents.getURL(), /^file:\/\/.*index\.html#top$/);
  assert.equal((await titled)[1], 'Fixture');
  assert.equal(window.webContents.mainFrame.origin, 'file://');
  const inPage = once(window.webContents, 'did-navigate-in-page');
  await run(window.webContents, `void (location.hash = 'other')`);
  assert.match((await inPage)[1], /#other$/);
});

test("events of a load come in Electron's order", async () => {
  const window = new BrowserWindow();
  /** @type {string[]} */
  const order = [];
  for (const name of ['did-start-loading', 'did-start-navigation', 'did-navigate', 'dom-ready', 'did-finish-load', 'did-stop-loading']) {
    window.webContents.on(/** @type {any} */ (name), () => order.push(name));
  }
  const stopped = once(window.webContents, 'did-stop-loading');
  assert.equal(window.webContents.isLoading(), false);
  const loaded = window.loadURL('app://local/next.html');
  assert.equal(window.webContents.isLoading(), true);
  await Promise.all([loaded, stopped]);
  assert.equal(window.webContents.isLoading(), false);
  assert.deepEqual(
    order.filter((name) => !name.startsWith('did-start')),
    ['did-navigate', 'dom-ready', 'did-finish-load', 'did-stop-loading'],
  );
  assert.ok(order.includes('did-start-navigation') && order.includes('did-start-loading'));
});

test('pages of a development server work, with its cookies', async () => {
  const server = http.createServer((_request, response) => response.end('<!doctype html><title>dev</title>'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const { webContents } = await open();
  await webContents.loadURL(`http://127.0.0.1:${port}/`);
  assert.equal(webContents.mainFrame.origin, `http://127.0.0.1:${port}`);
  assert.deepEqual(await run(webContents, `[document.title, typeof api, (document.cookie = 'a=1', document.cookie)]`), [
    'dev',
    'object',
    'a=1',
  ]);
  server.close();
});

test('did-navigate tells the status of the answer, and -1 where there was none', async () => {
  pages.set('app://local/gone', () => new Response('<!doctype html>', { status: 410, headers: { 'content-type': 'text/html' } }));
  const window = new BrowserWindow();
  /** @type {unknown[][]} */
  const told = [];
  window.webContents.on('did-navigate', (_event, ...rest) => told.push(rest));
  await window.loadURL('app://local/gone');
  await window.loadURL('data:text/html,<p>');
  assert.deepEqual(told, [
    ['app://local/gone', 410, 'Gone'],
    ['data:text/html,<p>', -1, ''],
  ]);
});

test('a new page is told in the order of Electron, each event when its data is there', async () => {
  const { webContents } = await open();
  const { mainFrame } = webContents;
  /** @type {unknown[]} */
  const told = [];
  const see = (/** @type {string} */ name) => told.push([name, webContents.getURL(), mainFrame.origin, webContents.isLoading()]);
  for (const name of ['did-frame-navigate', 'did-navigate', 'dom-ready', 'page-title-updated', 'did-finish-load', 'did-stop-loading']) {
    webContents.on(/** @type {any} */ (name), (/** @type {any} */ event) => {
      assert.equal(typeof event.preventDefault, 'function');
      see(name === 'page-title-updated' ? `${name} ${webContents.getTitle()}` : name);
    });
  }
  mainFrame.on('dom-ready', () => see('dom-ready of the frame'));
  const stopped = once(webContents, 'did-stop-loading');
  await run(webContents, `void (location.href = 'next.html')`);
  await stopped;
  const names = ['did-frame-navigate', 'did-navigate', 'dom-ready of the frame', 'dom-ready', 'page-title-updated next', 'did-finish-load'];
  assert.deepEqual(told, [
    ...names.map((name) => [name, 'app://local/next.html', 'app://local', true]),
    ['did-stop-loading', 'app://local/next.html', 'app://local', false],
  ]);
});
