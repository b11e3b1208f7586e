'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { electron, useHost, open, run, pages } = require('./support/host');

const { BrowserWindow } = electron;
useHost();

pages.set('app://local/next.html', '<!doctype html><title>next</title>');

test('a load that fails rejects, and did-fail-load tells why', async () => {
  const window = new BrowserWindow();
  const failed = once(window.webContents, 'did-fail-load');
  const missing = 'file:///no/such/page.html';
  await assert.rejects(window.loadURL(missing), {
    message: `ERR_FILE_NOT_FOUND (-6) loading '${missing}'`,
    code: 'ERR_FILE_NOT_FOUND',
    errno: -6,
  });
  assert.deepEqual((await failed).slice(1, 5), [-6, 'ERR_FILE_NOT_FOUND', missing, true]);
});

test('an address that is not one rejects, is told without a frame, and leaves the document', async () => {
  const { webContents } = await open();
  const { routingId } = webContents.mainFrame;
  webContents.on('did-fail-provisional-load', () => assert.fail('no load has begun'));
  const failed = once(webContents, 'did-fail-load');
  await assert.rejects(webContents.loadURL('no address'), { code: 'ERR_INVALID_URL', errno: -300 });
  assert.deepEqual((await failed).slice(1), [-300, 'ERR_INVALID_URL', 'no address', true]);
  assert.deepEqual([webContents.mainFrame.routingId, webContents.getURL()], [routingId, 'app://local/index.html']);
});

test('a new load aborts the one before', async () => {
  /** @type {(response: Response) => void} */
  let answer = () => {};
  pages.set(
    'app://local/slow',
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const { webContents } = await open();
  const slow = assert.rejects(webContents.loadURL('app://local/slow'), { code: 'ERR_ABORTED' });
  await webContents.loadURL('app://local/next.html');
  await slow;
  answer(new Response());
});

test("a frame's failed load is told as the frame's", async () => {
  const { webContents } = await open('<!doctype html><body>');
  const failed = once(webContents, 'did-fail-load');
  const address = 'https://nowhere.invalid/';
  await run(webContents, `void document.body.append(Object.assign(document.createElement('iframe'), { src: '${address}' }))`);
  assert.deepEqual((await failed).slice(1, 5), [-105, 'ERR_NAME_NOT_RESOLVED', address, false]);
});

test('a failed navigation of the page itself is told with its reason', async () => {
  const { webContents } = await open();
  const failed = once(webContents, 'did-fail-load');
  await run(webContents, `void (location.href = 'https://nowhere.invalid/')`);
  assert.deepEqual((await failed).slice(1, 5), [-105, 'ERR_NAME_NOT_RESOLVED', 'https://nowhere.invalid/', true]);
});

test('a load that is given up is no failed load', async () => {
  pages.set('app://local/never', () => new Promise(() => {}));
  const { webContents } = await open();
  webContents.on('did-fail-load', () => assert.fail('told as failed'));
  const aborted = once(webContents, 'did-fail-provisional-load');
  const load = assert.rejects(webContents.loadURL('app://local/never'), { code: 'ERR_ABORTED' });
  const asked = once(webContents, 'did-start-navigation');
  await asked;
  webContents.stop();
  await load;
  assert.deepEqual((await aborted).slice(1, 5), [-3, 'ERR_ABORTED', 'app://local/never', true]);
});

for (const [who, load] of /** @type {[string, (webContents: any, url: string) => void][]} */ ([
  ['main process', (webContents, url) => webContents.loadURL(url).catch(() => {})],
  ['page', (webContents, url) => run(webContents, `void (location.href = '${url}')`)],
])) {
  test(`a failed load of the ${who} is told once, when its error page is there`, async () => {
    const { webContents } = await open();
    const before = webContents.mainFrame.routingId;
    /** @type {unknown[]} */
    const told = [];
    for (const name of ['did-fail-provisional-load', 'did-fail-load', 'did-frame-navigate', 'did-navigate']) {
      webContents.on(/** @type {any} */ (name), (/** @type {any[]} */ ...[, code, , url, , , routingId]) => {
        const { mainFrame } = webContents;
        told.push([name, code, url, routingId === mainFrame.routingId && routingId !== before, mainFrame.url, mainFrame.origin]);
      });
    }
    const stopped = once(webContents, 'did-stop-loading');
    const url = 'https://nowhere.invalid/';
    load(webContents, url);
    await stopped;
    assert.deepEqual(told, ['did-fail-provisional-load', 'did-fail-load'].map((name) => [name, -105, url, true, url, 'null']));
  });
}
