'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const zlib = require('node:zlib');
const { electron, useHost, open, run, pages } = require('./support/host');

const { net, protocol, session, BrowserWindow } = electron;
useHost();

test('the handler sees app addresses, and the page its answers', async () => {
  /** @type {Request[]} */
  const requests = [];
  pages.set('app://local/data', (request) => {
    requests.push(request);
    return Response.json({ ok: true }, { status: 201, headers: { 'x-own': 'yes', 'set-cookie': 'a=1' } });
  });
  const { webContents } = await open('<!doctype html><title>T</title>');
  assert.equal(webContents.getURL(), 'app://local/index.html');
  const answers = await run(
    webContents,
    `Promise.all(['/data?x=1', 'app://local/data?x=1'].map((url) => fetch(url, { headers: { 'x-mine': '1' } })
    .then(async (r) => [r.status, r.headers.get('x-own'), await r.json()])))`,
  );
  assert.deepEqual(answers, Array(2).fill([201, 'yes', { ok: true }]));
  for (const request of requests) {
    assert.equal(request.url, 'app://local/data?x=1');
    assert.equal(request.headers.get('x-mine'), '1');
    assert.equal(request.headers.get('referer'), 'app://local/index.html');
  }
  assert.equal(await run(webContents, 'document.cookie = "b=2", document.cookie'), '');
});

test('bodies come in and go out unchanged', async () => {
  pages.set('app://local/echo', async (request) => new Response(await request.arrayBuffer(), { headers: { 'x-method': request.method } }));
  const { webContents } = await open();
  assert.deepEqual(
    await run(
      webContents,
      `(async () => {
    const sent = new Uint8Array(300000).map((_, n) => n * 7);
    const answer = await fetch('/echo', { method: 'POST', body: sent });
    const got = new Uint8Array(await answer.arrayBuffer());
    return [answer.headers.get('x-method'), got.length, got.every((each, n) => each === sent[n])];
  })()`,
    ),
    ['POST', 300000, true],
  );
});

test('headers of an answer arrive as the handler gave them', async () => {
  const headers = { 'content-type': 'text/plain', 'content-length': '5', 'content-encoding': 'identity', etag: '"1"', 'x-list': 'a, b' };
  pages.set('app://local/headers', () => new Response('12345', { headers }));
  const { webContents } = await open();
  assert.deepEqual(await run(webContents, `fetch('/headers').then((r) => Object.fromEntries(r.headers))`), headers);
  assert.equal(await run(webContents, `fetch('/headers', { method: 'HEAD' }).then((r) => r.headers.get('content-length'))`), '5');
});

test('a content-length that does not match the body is corrected, such as that of what was decompressed', async () => {
  const text = 'hello '.repeat(100);
  const zipped = zlib.gzipSync(text);
  const headers = { 'content-encoding': 'gzip', 'content-length': String(zipped.length) };
  const server = http.createServer((_request, response) => response.writeHead(200, headers).end(zipped));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  pages.set('app://local/fetched', () => net.fetch(`http://127.0.0.1:${port}/`));
  pages.set('app://local/zipped', () => new Response(new Uint8Array(zipped), { headers }));
  pages.set('app://local/long', () => new Response(text, { headers: { 'content-length': '12000' } }));
  pages.set('app://local/same', () => new Response(null, { status: 304, headers: { 'content-length': '600' } }));
  const { webContents } = await open();
  const read = (/** @type {string} */ path) =>
    run(webContents, `fetch('${path}').then(async (r) => [r.headers.get('content-length'), (await r.arrayBuffer()).byteLength])`);
  assert.deepEqual(await Promise.all(['fetched', 'zipped', 'long', 'same'].map(read)), [
    ['600', 600], [String(zipped.length), zipped.length], ['600', 600], ['600', 0],
  ]);
  server.close();
});

test('the length of a document is that of what is sent', async () => {
  const html = '<!doctype html><a href="app://local/next">next</a>';
  const headers = { 'content-type': 'text/html', 'content-length': String(html.length) };
  pages.set('app://local/length', () => new Response(html, { headers }));
  const { webContents } = await open();
  await webContents.loadURL('app://local/length');
  assert.equal(await run(webContents, `document.querySelector('a').textContent`), 'next');
  assert.ok(await run(webContents, `performance.getEntriesByType('navigation')[0].encodedBodySize >= ${html.length}`));
});

test('parts of a resource are asked for and answered', async () => {
  pages.set('app://local/part', (request) => {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.get('range') ?? '') ?? [];
    const part = '0123456789'.slice(Number(from), Number(to) + 1);
    const headers = { 'content-range': `bytes ${from}-${to}/10`, 'content-length': String(part.length), 'accept-ranges': 'bytes' };
    return new Response(part, { status: 206, headers });
  });
  const { webContents } = await open();
  const script = `fetch('/part', { headers: { range: 'bytes=2-5' } })
    .then(async (r) => [r.status, r.headers.get('content-range'), r.headers.get('content-length'), await r.text()])`;
  assert.deepEqual(await run(webContents, script), [206, 'bytes 2-5/10', '4', '2345']);
});

test('redirects, empty answers and failures', async () => {
  pages.set('app://local/from', () => new Response(null, { status: 302, headers: { location: 'app://local/to' } }));
  pages.set('app://local/to', 'arrived');
  pages.set('app://local/empty', () => new Response(null, { status: 204 }));
  pages.set('app://local/error', () => Response.error());
  const { webContents } = await open();
  assert.equal(await run(webContents, `fetch('/from').then((r) => r.text())`), 'arrived');
  assert.equal(await run(webContents, `fetch('/empty').then((r) => r.status)`), 204);
  assert.equal(await run(webContents, `fetch('/error').catch((error) => error.name)`), 'TypeError');
});

test('a handler that throws fails the request, and is logged', async (t) => {
  const logged = t.mock.method(console, 'error', () => {});
  pages.set('app://local/throws', () => {
    throw new Error('handler');
  });
  const { webContents } = await open();
  assert.equal(await run(webContents, `fetch('/throws').catch((error) => error.name)`), 'TypeError');
  assert.equal(logged.mock.calls[0]?.arguments[1].message, 'handler');
});

test('hosts of one scheme are origins apart', async () => {
  pages.set('app://other/data', 'secret');
  const { webContents } = await open();
  assert.equal(await run(webContents, `fetch('app://other/data').then(() => 'read', () => 'refused')`), 'refused');
  await run(webContents, `localStorage.setItem('who', 'local')`);
  pages.set('app://other/index.html', '<!doctype html>');
  await webContents.loadURL('app://other/index.html');
  assert.equal(await run(webContents, `localStorage.getItem('who')`), null);
});

test('a page is a secure context, and its policy may name the scheme', async () => {
  pages.set('app://local/script.js', () => new Response('window.ran = true', { headers: { 'content-type': 'text/javascript' } }));
  const { webContents } =
    await open(`<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src app://local">
    <script src="script.js"></script><script>window.inline = true</script>`);
  assert.deepEqual(await run(webContents, '[isSecureContext, window.ran, window.inline]'), [true, true, undefined]);
});

test('a policy in a header leaves room for sendSync, and still forbids the rest', async () => {
  const headers = { 'content-type': 'text/html', 'content-security-policy': `default-src 'none'; connect-src app://local` };
  pages.set('app://local/allowed', 'allowed');
  const { webContents } = await open();
  pages.set('app://local/strict.html', () => new Response('<!doctype html><script>window.inline = true</script>', { headers }));
  await webContents.loadURL('app://local/strict.html');
  electron.ipcMain.on('strict', (event) => {
    event.returnValue = 'answered';
  });
  assert.deepEqual(await run(webContents, `[window.inline, api.sendSync('strict')]`), [undefined, 'answered']);
  assert.equal(await run(webContents, `fetch('/allowed').then((r) => r.text())`), 'allowed');
  assert.equal(await run(webContents, `fetch('https://elsewhere.invalid/').catch((error) => error.name)`), 'TypeError');
});

test('sockets are refused', async () => {
  const { webContents } = await open();
  assert.equal(
    await run(webContents, `(() => { try { new WebSocket('app://local/'); } catch (error) { return error.name; } })()`),
    'SyntaxError',
  );
});

test('handlers are registered once, and may be removed', () => {
  assert.equal(protocol.isProtocolHandled('app'), true);
  assert.throws(() => protocol.handle('app', () => new Response()), { message: 'Failed to register protocol: app' });
  protocol.handle('extra', () => new Response());
  protocol.unhandle('extra');
  assert.equal(protocol.isProtocolHandled('extra'), false);
  assert.throws(() => protocol.unhandle('extra'), { message: 'Failed to unhandle protocol: extra' });
  assert.throws(() => protocol.registerSchemesAsPrivileged([]), {
    message: 'protocol.registerSchemesAsPrivileged should be called before app is ready',
  });
});

test('a session has handlers and storage of its own', async () => {
  const own = session.fromPartition('apart');
  assert.equal(session.fromPartition('apart'), own);
  own.protocol.handle('app', () => new Response('<!doctype html><title>apart</title>', { headers: { 'content-type': 'text/html' } }));
  const { webContents } = await open('<!doctype html><title>default</title>');
  await run(webContents, `localStorage.setItem('k', 'default')`);
  const window = new BrowserWindow({ webPreferences: { session: /** @type {any} */ (own) } });
  await window.loadURL('app://local/index.html');
  assert.deepEqual(await run(window.webContents, `[document.title, localStorage.getItem('k')]`), ['apart', null]);
  assert.equal(window.webContents.session, own);
});

test('net.fetch reads files', async () => {
  const answer = await net.fetch(pathToFileURL(__filename).href);
  assert.equal(answer.headers.get('content-type'), 'text/javascript');
  assert.equal(await answer.text(), fs.readFileSync(__filename, 'utf8'));
  await assert.rejects(net.fetch(pathToFileURL(path.join(__dirname, 'none')).href), { message: 'net::ERR_FILE_NOT_FOUND' });
});

test('permissions are denied', async () => {
  const { webContents } = await open();
  assert.equal(await run(webContents, `navigator.permissions.query({ name: 'geolocation' }).then((each) => each.state)`), 'denied');
  assert.equal(await run(webContents, `Notification.requestPermission()`), 'denied');
});
