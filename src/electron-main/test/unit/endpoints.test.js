'use strict';

const assert = require('node:assert/strict');
const { once } = require('node:events');
const { test } = require('node:test');
const { serveEndpoints, SECRET, OWN, DEVELOPMENT_SERVER } = require('../support/endpoint-server');

const POST = { method: 'POST', headers: { 'X-IpcApp': '1' } };

test('files come first, endpoints answer the rest', async (t) => {
  const { get } = await serveEndpoints(t, (request, response) => response.end(`${request.method} ${request.url}`));
  assert.equal(await (await get('/')).text(), '<h1>home</h1>');
  assert.equal(await (await get('/app.js?v=1')).text(), 'let a = 1;');
  assert.equal(await (await get('/api/notes?a=1&b=%20#x')).text(), 'GET /api/notes?a=1&b=%20');
  assert.equal(await (await get('/app.js', POST)).text(), 'POST /app.js');
});

test('a request carries the secret, its origin and its body', async (t) => {
  const { get } = await serveEndpoints(t, async (request, response) => {
    const body = (await request.toArray()).join('');
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ headers: request.headers, body }));
  });
  const { headers, body } = /** @type {any} */ (await (await get('/api', { ...POST, body: '{"a":1}' })).json());
  assert.equal(headers['x-ipcapp-secret'], SECRET);
  assert.equal(headers['x-ipcapp-origin'], OWN);
  assert.equal(headers.host, 'local');
  assert.equal(body, '{"a":1}');
});

test('what is refused never reaches .NET', async (t) => {
  let requests = 0;
  const { get } = await serveEndpoints(t, (_request, response) => response.end(String(requests += 1)));
  const foreign = await get('/api', { initiatorOrigin: 'https://evil.example' });
  assert.equal(foreign.status, 403);
  assert.equal(foreign.headers.get('content-type'), 'text/plain; charset=utf-8');
  assert.match(await foreign.text(), /not 'https:\/\/evil\.example'/);
  assert.equal((await get('/api', { method: 'POST', body: 'x' })).status, 403);
  assert.equal(await (await get('/api')).text(), '1');
});

for (const status of [204, 205, 304]) {
  test(`a ${status} has headers and no body`, async (t) => {
    const { get } = await serveEndpoints(t, (_request, response) => response.writeHead(status, { etag: '"1"', 'set-cookie': 'a=1' }).end());
    const response = await get('/api');
    assert.equal(response.status, status);
    assert.equal(response.body, null);
    assert.equal(response.headers.get('etag'), '"1"');
    assert.equal(response.headers.get('set-cookie'), null);
  });
}

test('a HEAD has no body, and its connection ends', async (t) => {
  const { get, server } = await serveEndpoints(t, (_request, response) => response.writeHead(200, { 'content-length': '7' }).end());
  const connected = once(server, 'connection');
  const response = await get('/api', { method: 'HEAD' });
  assert.equal(response.headers.get('content-length'), '7');
  assert.equal(response.body, null);
  const [socket] = await connected;
  await (socket.closed || once(socket, 'close'));
});

test('pages of endpoints carry the policy, unless they set one', async (t) => {
  const { get } = await serveEndpoints(t, (request, response) => {
    response.setHeader('content-type', 'text/html');
    if (request.url === '/own') {
      response.setHeader('content-security-policy', "default-src 'none'");
    }
    response.end('<h1>page</h1>');
  });
  const page = await get('/page');
  assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'self'/);
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
  assert.equal((await get('/own')).headers.get('content-security-policy'), "default-src 'none'");
});

test('the page of a development server may send and read', async (t) => {
  const { get } = await serveEndpoints(t, (request, response) => response.end(request.method));
  const asking = { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'x-ipcapp' };
  const preflight = await get('/api', { method: 'OPTIONS', headers: asking, initiatorOrigin: DEVELOPMENT_SERVER });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-origin'), DEVELOPMENT_SERVER);
  assert.equal(preflight.headers.get('access-control-allow-methods'), 'PUT');
  assert.equal(preflight.headers.get('access-control-allow-headers'), 'x-ipcapp');
  const answer = await get('/api', { ...POST, initiatorOrigin: DEVELOPMENT_SERVER });
  assert.equal(answer.headers.get('access-control-allow-origin'), DEVELOPMENT_SERVER);
  assert.equal(await answer.text(), 'POST');
  assert.equal((await get('/api')).headers.get('access-control-allow-origin'), null, 'the app itself needs no leave');
  const foreign = await get('/api', { method: 'OPTIONS', headers: asking, initiatorOrigin: 'https://evil.example' });
  assert.equal(foreign.status, 403);
  assert.equal(foreign.headers.get('access-control-allow-origin'), null);
});

test('no page of another origin can take answers in, unless an endpoint lets it', async (t) => {
  const { get } = await serveEndpoints(t, (request, response) => {
    if (request.url === '/open') {
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
    }
    response.end('data');
  });
  const policyOf = (/** @type {Response} */ response) => response.headers.get('cross-origin-resource-policy');
  assert.equal(policyOf(await get('/api')), 'same-origin');
  assert.equal(policyOf(await get('/open')), 'cross-origin');
  assert.equal(policyOf(await get('/api', { initiatorOrigin: DEVELOPMENT_SERVER })), 'cross-origin', 'it counts as own');
});

for (const status of [600, 999]) {
  test(`the status ${status} cannot be given to a page`, async (t) => {
    const { get } = await serveEndpoints(t, (_request, response) => response.writeHead(status).end('x'));
    const response = await get('/api');
    assert.equal(response.status, 502);
    assert.match(await response.text(), new RegExp(`answered with the status ${status}, .* from 200 to 599`));
  });
}

test('ranges and redirects pass through', async (t) => {
  const { get } = await serveEndpoints(t, (request, response) => request.url === '/old'
    ? response.writeHead(302, { location: '/new' }).end()
    : response.writeHead(206, { 'content-range': 'bytes 1-2/4', 'x-range': String(request.headers.range) }).end('bc'));
  const part = await get('/film', { headers: { range: 'bytes=1-2' } });
  assert.deepEqual([part.status, part.headers.get('x-range'), part.headers.get('content-range')], [206, 'bytes=1-2', 'bytes 1-2/4']);
  const moved = await get('/old');
  assert.deepEqual([moved.status, moved.headers.get('location')], [302, '/new']);
});

test('.NET can have a file of wwwroot sent', async (t) => {
  const { get } = await serveEndpoints(t, (request, response) => {
    response.setHeader('x-ipcapp-file', request.url === '/gone' ? '/gone.html' : '/index.html').end();
  });
  const page = await get('/settings/colours');
  assert.deepEqual([page.status, page.headers.get('content-type')], [200, 'text/html; charset=utf-8']);
  assert.equal(page.headers.get('x-ipcapp-file'), null);
  assert.equal(await page.text(), '<h1>home</h1>');
  assert.equal((await get('/gone')).status, 404);
});

test('events arrive while the answer goes on, and a page that goes away is noticed', async (t) => {
  const gone = deferred();
  const { get } = await serveEndpoints(t, (_request, response) => {
    response.on('close', gone.resolve);
    response.setHeader('content-type', 'text/event-stream').write('data: 1\n\n');
  });
  const response = await get('/events');
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  const { value } = await reader.read();
  assert.equal(Buffer.from(value ?? []).toString(), 'data: 1\n\n');
  await reader.cancel();
  await gone.promise;
});

test('a page that gives up before an answer is noticed', async (t) => {
  const { get, server } = await serveEndpoints(t, () => {});
  const abort = new AbortController();
  const asked = once(server, 'request');
  const answer = get('/slow', { signal: abort.signal });
  const [, response] = await asked;
  const closed = once(response, 'close');
  abort.abort();
  await closed;
  assert.equal((await answer).status, 503);
});

test('an answer that breaks off is an error, not an end', async (t) => {
  const { get } = await serveEndpoints(t, (_request, response) => {
    response.writeHead(200, { 'content-length': '10' }).write('abc', () => response.destroy());
  });
  await assert.rejects((await get('/broken')).text());
});

test('a large upload waits for .NET to take it', async (t) => {
  const size = 32 * 1024 * 1024;
  const chunk = new Uint8Array(64 * 1024).fill(7);
  let made = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      controller.enqueue(chunk);
      if ((made += chunk.length) >= size) {
        controller.close();
      }
    },
  });
  const { get, server } = await serveEndpoints(t, () => {});
  const asked = once(server, 'request');
  const answer = get('/upload', { ...POST, body, duplex: 'half' });
  const [request, response] = await asked;
  let before = -1;
  while (before !== made) {
    before = made;
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.ok(made < size / 2, `${made} bytes were read although nobody took them`);
  let taken = 0;
  for await (const part of request) {
    taken += part.length;
  }
  response.end(String(taken));
  assert.equal(await (await answer).text(), String(size));
});

test('an upload that fails ends the request', async (t) => {
  const { get, server } = await serveEndpoints(t, () => {});
  const asked = once(server, 'request');
  const failed = deferred();
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(10)),
    pull: (controller) => failed.promise.then(() => controller.error(new Error('the page has gone'))),
  });
  const answer = get('/upload', { ...POST, body, duplex: 'half' });
  const [request] = await asked;
  const broken = new Promise((resolve) => request.once('error', resolve));
  failed.resolve(undefined);
  assert.equal((await broken).code, 'ECONNRESET');
  assert.equal((await answer).status, 503);
});

test('without .NET there is a page that says so', async (t) => {
  const { get, endpoints } = await serveEndpoints(t, (_request, response) => response.end());
  endpoints.lose();
  const page = await get('/settings', { headers: { accept: 'text/html' } });
  assert.equal(page.status, 503);
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
  assert.match(await page.text(), /The \.NET main process is not running/);
  const called = await get('/api');
  assert.match(await called.text(), /The \.NET main process is not running\. .*Reload/);
  assert.equal(await (await get('/')).text(), '<h1>home</h1>', 'files are still served');
  endpoints.use({ address: '/nowhere/http.sock', secret: SECRET });
  assert.equal((await get('/api')).status, 503);
});

function deferred() {
  /** @type {(value: unknown) => void} */
  let resolve = () => {};
  const promise = new Promise((settle) => { resolve = settle; });
  return { promise, resolve };
}
