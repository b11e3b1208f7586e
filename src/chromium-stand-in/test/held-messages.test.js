'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const http = require('node:http');
const { electron, useHost, open, run, pages, preload } = require('./support/host');

const { ipcMain, webFrameMain } = electron;
const marked = { preload: preload('marker.js') };
useHost();

/** @param {Electron.WebContents | any} webContents @param {boolean} isMainFrame @returns {Promise<any>} the frame, just committed */
function committed(webContents, isMainFrame) {
  return new Promise((resolve) => {
    webContents.on('did-frame-navigate', (/** @type {any[]} */ ...[, , , , isMain, processId, routingId]) => {
      const frame = webFrameMain.fromId(processId, routingId);
      if (isMain === isMainFrame) resolve(frame);
      if (isMain === isMainFrame) frame?.send('early', 'at commit');
    });
  });
}

test('a message to a document that has no element yet waits for it (S91)', async () => {
  /** @type {(response: http.ServerResponse) => void} */
  let asked = () => {};
  const request = new Promise((/** @type {(response: http.ServerResponse) => void} */ resolve) => {
    asked = resolve;
  });
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.flushHeaders();
    asked(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const { webContents } = await open('<!doctype html>', marked);
  const navigated = committed(webContents, true);
  const heard = once(ipcMain, 'early-heard');
  const loaded = webContents.loadURL(`http://127.0.0.1:${port}/`);
  const response = await request;
  await navigated;
  response.end('<!doctype html><p>at last');
  await Promise.all([loaded, heard]);
  assert.deepEqual(await run(webContents, '[marker.documentElement, ...marker.early()]'), [true, 'at commit']);
  server.close();
});

test('a message to a document that was just committed is heard by its preload, also after a navigation', async () => {
  const { webContents } = await open('<!doctype html>', marked);
  pages.set('app://other/child.html', '<!doctype html>');
  committed(webContents, true);
  const heard = once(ipcMain, 'early-heard');
  await webContents.loadURL('app://other/child.html');
  await heard;
  assert.deepEqual(await run(webContents, 'marker.early()'), ['at commit']);
});

for (const [kind, address] of [
  ['same-origin', 'app://local/child.html'],
  ['cross-origin', 'app://other/child.html'],
]) {
  test(`a message to a ${kind} frame's new document is heard by its preload`, async () => {
    pages.set(address ?? '', '<!doctype html>');
    const { webContents } = await open('<!doctype html><body>', { ...marked, nodeIntegrationInSubFrames: true });
    const navigated = committed(webContents, false);
    const heard = once(ipcMain, 'early-heard');
    await run(webContents, `new Promise((onload) =>
      document.body.append(Object.assign(document.createElement('iframe'), { src: '${address}', onload })))`);
    const [frame] = await Promise.all([navigated, heard]);
    assert.deepEqual(await run(frame, 'marker.early()'), ['at commit']);
  });
}

test('what was sent to a document is lost with it', async () => {
  const { webContents } = await open('<!doctype html>', marked);
  const loaded = once(webContents, 'did-finish-load');
  webContents.reload();
  webContents.send('early', 'to the old document');
  await loaded;
  const heard = once(ipcMain, 'early-heard');
  webContents.send('early', 'to the new one');
  await heard;
  assert.deepEqual(await run(webContents, 'marker.early()'), ['to the new one']);
});
