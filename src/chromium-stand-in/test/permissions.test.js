'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { electron, useHost, open, run, pages } = require('./support/host');

const { session, BrowserWindow } = electron;
useHost();

/**
 * A page in a session of its own.
 * @param {string} partition
 * @param {{ request?: any, check?: any }} handlers
 */
async function openIn(partition, { request = null, check = null }) {
  const own = session.fromPartition(partition);
  own.protocol.handle('app', () => new Response('<!doctype html><body>', { headers: { 'content-type': 'text/html' } }));
  own.setPermissionRequestHandler(request);
  own.setPermissionCheckHandler(check);
  own.setDevicePermissionHandler(() => true);
  return (await open('<!doctype html>', { partition })).webContents;
}

const position = `new Promise((resolve) =>
  navigator.geolocation.getCurrentPosition(() => resolve('found'), (error) => resolve(error.code)))`;

test('without handlers everything is denied', async () => {
  const { webContents } = await open();
  assert.equal(await run(webContents, 'Notification.requestPermission()'), 'denied');
  assert.equal(await run(webContents, position), 1);
  assert.equal(await run(webContents, `navigator.permissions.query({ name: 'geolocation' }).then((status) => status.state)`), 'denied');
});

test('the request handler is asked, and the page sees what it decides', async () => {
  /** @type {any[]} */
  const asked = [];
  let answer = true;
  const webContents = await openIn('asked', {
    request: (/** @type {any} */ contents, /** @type {string} */ permission, /** @type {any} */ callback, /** @type {any} */ details) => {
      asked.push([contents === webContents, permission, details]);
      setImmediate(() => callback(answer));
    },
  });
  assert.equal(await run(webContents, 'Notification.requestPermission()'), 'granted');
  answer = false;
  assert.equal(await run(webContents, 'Notification.requestPermission()'), 'denied');
  const details = { requestingUrl: 'app://local/index.html', isMainFrame: true };
  assert.deepEqual(asked, [
    [true, 'notifications', details],
    [true, 'notifications', details],
  ]);
  assert.equal(await run(webContents, position), 1);
  assert.deepEqual(asked.at(-1)?.[1], 'geolocation');
  // a machine without a microphone has nothing to refuse
  assert.match(
    await run(webContents, `navigator.mediaDevices.getUserMedia({ audio: true }).catch((error) => error.name)`),
    /^Not(Allowed|Found)Error$/,
  );
  assert.deepEqual(asked.at(-1)?.slice(1), ['media', { ...details, mediaTypes: ['audio'] }]);
});

test('the check handler is asked by permissions.query', async () => {
  /** @type {any[]} */
  const asked = [];
  const webContents = await openIn('checked', {
    check: (/** @type {any} */ _contents, /** @type {string} */ permission, /** @type {string} */ origin, /** @type {any} */ details) => {
      asked.push([permission, origin, details.isMainFrame, details.requestingUrl]);
      return permission === 'geolocation';
    },
  });
  /** @param {string} name */
  function state(name) {
    return run(webContents, `navigator.permissions.query({ name: '${name}' }).then((status) => status.state)`);
  }
  assert.deepEqual([await state('geolocation'), await state('notifications')], ['granted', 'denied']);
  assert.deepEqual(asked, [
    ['geolocation', 'app://local/', true, 'app://local/index.html'],
    ['notifications', 'app://local/', true, 'app://local/index.html'],
  ]);
});

test('what one origin is granted, another is not', async () => {
  const webContents = await openIn('origins', {
    request: (/** @type {any} */ contents, /** @type {string} */ _permission, /** @type {any} */ callback) =>
      callback(contents.getURL().startsWith('app://local/')),
  });
  assert.equal(await run(webContents, 'Notification.requestPermission()'), 'granted');
  await webContents.loadURL('app://other/index.html');
  assert.equal(await run(webContents, 'Notification.permission'), 'denied');
});

test('a frame without a preload is denied', async () => {
  pages.set('app://local/child.html', '<!doctype html>');
  const { webContents } = await open('<!doctype html><body><iframe src="child.html">');
  const [frame] = webContents.mainFrame.frames;
  assert.ok(frame);
  assert.equal(await run(frame, 'Notification.requestPermission()'), 'denied');
});

test('will-attach-webview never comes, for there is no webview', async () => {
  const window = new BrowserWindow({ webPreferences: { webviewTag: true } });
  window.webContents.on('will-attach-webview', () => assert.fail('attached'));
  await window.loadURL('data:text/html,<webview src="data:text/html,inner"></webview>');
  assert.deepEqual(window.webContents.mainFrame.frames, []);
});
