'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { useHost, open, run, pages } = require('./support/host');

useHost();

/** The origins from which an address was asked for, in order. @param {string} address @param {string} [html] */
function watch(address, html = 'data') {
  /** @type {unknown[]} */
  const seen = [];
  pages.set(address, (request) => {
    seen.push(/** @type {any} */ (request).initiatorOrigin);
    return new Response(html, { headers: { 'content-type': 'text/html' } });
  });
  return seen;
}

const ASK = (/** @type {string} */ init) =>
  `<!doctype html><script>fetch('app://local/asked', ${init}).catch(() => {}).then(() => parent.postMessage('done', '*'))</script>`;

/** Adds an iframe and waits until its script has asked. @param {string} attributes */
const addFrame = (attributes) => `new Promise((resolve) => {
  addEventListener('message', resolve, { once: true });
  document.documentElement.append(Object.assign(document.createElement('iframe'), ${attributes}));
}).then(() => 'done')`;

test('what the main process loads has no initiator, and what its page asks for has the page\'s origin', async () => {
  const { webContents } = await open();
  const navigations = watch('app://local/next.html');
  await webContents.loadURL('app://local/next.html');
  assert.deepEqual(navigations, [undefined]);
  const asked = watch('app://local/asked');
  await run(webContents, `fetch('/asked').then(() => fetch('/asked', { method: 'POST', referrerPolicy: 'no-referrer' })).then(() => 1)`);
  assert.deepEqual(asked, ['app://local', 'app://local']);
});

test('a page\'s own navigation is its own', async () => {
  const { webContents } = await open();
  const navigations = watch('app://local/next.html');
  const loaded = new Promise((resolve) => webContents.once('did-finish-load', () => resolve(undefined)));
  await run(webContents, `void (location.href = '/next.html')`);
  await loaded;
  assert.deepEqual(navigations, ['app://local']);
});

for (const init of ["{ mode: 'no-cors' }", "{ mode: 'no-cors', referrerPolicy: 'no-referrer' }", "{ mode: 'no-cors', method: 'POST' }"]) {
  test(`a sandboxed iframe is nobody: ${init}`, async () => {
    const { webContents } = await open();
    const frames = watch('app://local/inner.html', ASK(init));
    const asked = watch('app://local/asked');
    await run(webContents, addFrame(`{ src: 'inner.html', sandbox: 'allow-scripts' }`));
    assert.deepEqual([frames, asked], [['app://local'], ['null']]);
  });

  test(`an iframe of another host is that host: ${init}`, async () => {
    const { webContents } = await open();
    pages.set('app://other/inner.html', ASK(init));
    const asked = watch('app://local/asked');
    await run(webContents, addFrame(`{ src: 'app://other/inner.html' }`));
    assert.deepEqual(asked, ['app://other']);
  });
}
