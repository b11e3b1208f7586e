'use strict';

const assert = require('node:assert/strict');
const http = require('node:http');
const { test } = require('node:test');
const { App } = require('../support/app');

const INLINE = '<!doctype html><title>Test</title><body><script>window.inline = true</script></body>';

test('security by default', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {
    bind: { echo: { invoke: true } }, files: { 'wwwroot/index.html': INLINE, 'wwwroot/same.html': '<body>same</body>' },
  });
  main.answers.set('echo', ({ id, args }) => main.reply(id, args));

  await t.test('nothing inline runs', async () => {
    assert.equal(await app.inPage('typeof window.inline'), 'undefined');
  });

  await t.test('permissions are denied', async () => {
    assert.equal(await app.inPage('navigator.permissions.query({ name: "geolocation" }).then((status) => status.state)'), 'denied');
  });

  await t.test('a navigation to another origin is refused and logged', async () => {
    await app.inPage('window.stays = 1, location.href = "https://example.com/?token=1", 0');
    assert.equal((await main.nextControl('log')).message, "Refused the navigation to 'https://example.com/': it is not part of the app.");
    assert.equal(await app.inPage('window.stays'), 1);
  });

  await t.test('a page as an address is cut in the log', async () => {
    await app.inPage('window.open("data:text/html," + "x".repeat(5000)), 0');
    const { message } = await main.nextControl('log');
    assert.ok(message.startsWith("Refused a new window for 'data:text/html,xxx"), message);
    assert.ok(message.length < 300, `${message.length} characters`);
  });

  await t.test('no window opens', async () => {
    await app.inPage('window.open("/same.html"), 0');
    assert.match((await main.nextControl('log')).message, /^Refused a new window for '.*\/same\.html'/);
    assert.equal(await app.inMain('return electron.BrowserWindow.getAllWindows().length'), 1);
  });

  await t.test('a navigation within the app is allowed', async () => {
    await app.inPage('location.href = "/same.html", 0');
    assert.equal((await main.nextSnapshot('app://local/same.html')).isMainFrame, true);
  });
});

test('a page that is missing is explained in the window', { timeout: 30_000 }, async (t) => {
  const { app } = await App.startWithPage(t, { url: 'app://local/no.html' });
  assert.match(await app.inPage('document.body.innerText'), /There is no file wwwroot\/no\.html/);
});

test('a page that cannot be loaded is told with its url', { timeout: 30_000 }, async (t) => {
  const { main } = await App.startConnected(t);
  main.control('window', { name: 'main', options: { show: true }, url: 'http://127.0.0.1:9/' });
  const { source, message, window } = await main.nextControl('error');
  assert.deepEqual([source, window], ['load-failed', 'main']);
  assert.match(message, /^ERR_\w+ \(-\d+\) loading 'http:\/\/127\.0\.0\.1:9\/'$/);
});

test('windows with a partition have pages, preload and permissions as well', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { bind: { echo: { invoke: true } }, window: { partition: 'second' } });
  main.answers.set('echo', ({ id, args }) => main.reply(id, args));
  assert.deepEqual(await app.inPage('ipc.invoke("echo", 1)'), [1]);
  assert.equal(await app.inPage('navigator.permissions.query({ name: "geolocation" }).then((status) => status.state)'), 'denied');
});

/** A site of another origin. @param {import('node:test').TestContext} t @returns {Promise<string>} its origin */
async function startForeignSite(t) {
  const server = http.createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<body>foreign</body>'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  t.after(() => server.close().closeAllConnections());
  return `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
}

test('a window frames the origins that its options allow, whose messages are another matter', { timeout: 30_000 }, async (t) => {
  const origin = await startForeignSite(t);
  const { app, main } = await App.startWithPage(t, {
    bind: { open: { invoke: true, invokeFrom: [{ anySender: false, subFrames: true, origins: [origin] }] }, echo: { invoke: true } },
    window: { subFrames: true, allowedOrigins: [origin] },
  });
  await app.inPage(`new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.onload = () => resolve(0);
    frame.src = '${origin}/';
    document.body.append(frame);
  })`);
  const inFrame = (/** @type {string} */ code) => app.inMain(`
    const [frame] = electron.BrowserWindow.getAllWindows()[0].webContents.mainFrame.frames;
    return frame.executeJavaScript(${JSON.stringify(code)})`);
  assert.equal((await main.nextSnapshot(`${origin}/`)).origin, origin);
  main.answers.set('open', ({ id }) => main.reply(id, 'let in'));
  assert.equal(await inFrame('ipc.invoke("open")'), 'let in');
  assert.match(await inFrame('ipc.invoke("echo").catch((error) => error.message)'), /Sender not allowed for 'echo'$/);
});
