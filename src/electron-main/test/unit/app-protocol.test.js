'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { createAppProtocol } = require('../../lib/pages/app-protocol');
const { EndpointLink } = require('../../lib/pages/endpoint-link');
const { temporaryFolder } = require('../support/temporary');

const NO_ENDPOINTS = {
  endpoints: new EndpointLink(), origins: () => new Set(['app://local']), framed: () => new Set(), ready: async () => true,
  log: { counted() {} },
};
const FILES = {
  'wwwroot/index.html': '<h1>home</h1>',
  'wwwroot/sub/index.html': '<h1>sub</h1>',
  'wwwroot/app.js': 'let a = 1;',
  'wwwroot/Grüße 1.txt': 'hello',
  'wwwroot/100%.txt': 'percent',
  'wwwroot/.env': 'secret',
  'wwwroot/film.mp4': Buffer.from('0123456789'),
  'wwwroot/big.bin': Buffer.alloc(5 * 1024 * 1024, 7),
  'secret.txt': 'outside',
};

/** @param {import('node:test').TestContext} t @param {{ development?: boolean, contentSecurityPolicy?: string | null }} [settings] */
function serve(t, settings = {}) {
  const root = temporaryFolder(t, FILES);
  const answer = createAppProtocol({
    wwwroot: path.join(root, 'wwwroot'), root, ...NO_ENDPOINTS,
    settings: () => ({ development: false, contentSecurityPolicy: null, ...settings }),
  });
  return { root, get: (/** @type {string} */ url, /** @type {RequestInit} */ init = {}) => answer(new Request(url, init)) };
}

test('files are served with their types', async (t) => {
  const { get } = serve(t);
  const page = await get('app://local/');
  assert.equal(page.status, 200);
  assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(await page.text(), '<h1>home</h1>');
  const script = await get('app://local/app.js?v=1#x');
  assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
  assert.equal(script.headers.get('content-length'), '10');
  assert.equal(await script.text(), 'let a = 1;');
});

test('a folder is its index.html', async (t) => {
  const { get } = serve(t);
  assert.equal(await (await get('app://local/sub')).text(), '<h1>sub</h1>');
  assert.equal(await (await get('app://local/sub/')).text(), '<h1>sub</h1>');
  assert.equal((await get('app://local/app.js/')).status, 404);
});

test('percent-encoding is decoded once', async (t) => {
  const { get } = serve(t);
  assert.equal(await (await get('app://local/Gr%C3%BC%C3%9Fe%201.txt')).text(), 'hello');
  assert.equal(await (await get('app://local/100%25.txt')).text(), 'percent');
  assert.equal((await get('app://local/%E0%A4%A')).status, 404);
});

const OUTSIDE = [
  '%2e%2e/secret.txt', '..%2fsecret.txt', '..%5csecret.txt', '%2fetc/passwd', 'sub/..%2f..%2fsecret.txt', 'c%3a/x', '%00', '.env',
];
for (const name of OUTSIDE) {
  test(`nothing outside of wwwroot is served: ${name}`, async (t) => {
    const { get } = serve(t);
    assert.equal((await get(`app://local/${name}`)).status, 404);
  });
}

test('a symbolic link that leaves wwwroot is not followed, one within it is', async (t) => {
  const { root, get } = serve(t);
  fs.symlinkSync(path.join(root, 'secret.txt'), path.join(root, 'wwwroot', 'out.txt'));
  fs.symlinkSync(root, path.join(root, 'wwwroot', 'up'));
  fs.symlinkSync(path.join(root, 'wwwroot', 'app.js'), path.join(root, 'wwwroot', 'same.js'));
  assert.equal((await get('app://local/out.txt')).status, 404);
  assert.equal((await get('app://local/up/secret.txt')).status, 404);
  assert.equal((await get('app://local/same.js')).status, 200);
});

test('other hosts and methods are refused', async (t) => {
  const { get } = serve(t);
  assert.equal((await get('app://other/')).status, 404);
  const posted = await get('app://local/', { method: 'POST', body: 'x' });
  assert.equal(posted.status, 405);
  assert.equal(posted.headers.get('allow'), 'GET, HEAD');
  const head = await get('app://local/app.js', { method: 'HEAD' });
  assert.equal(head.headers.get('content-length'), '10');
  assert.equal(head.body, null);
});

test('html carries the policy, and nothing is cached in development', async (t) => {
  const { get } = serve(t, { development: true });
  const page = await get('app://local/');
  assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'self'; .*object-src 'none'/);
  assert.equal(page.headers.get('cache-control'), 'no-store');
  const script = await get('app://local/app.js');
  assert.equal(script.headers.get('content-security-policy'), null);
});

test('the policy can be set or left out; outside of development caching is the default', async (t) => {
  const own = await serve(t, { contentSecurityPolicy: "default-src 'none'" }).get('app://local/');
  assert.equal(own.headers.get('content-security-policy'), "default-src 'none'");
  assert.equal(own.headers.get('cache-control'), null);
  const none = await serve(t, { contentSecurityPolicy: '' }).get('app://local/');
  assert.equal(none.headers.get('content-security-policy'), null);
});

test('a missing index.html is explained', async (t) => {
  const root = temporaryFolder(t);
  const answer = createAppProtocol({
    wwwroot: path.join(root, 'wwwroot'), root, settings: () => ({ development: true, contentSecurityPolicy: null }), ...NO_ENDPOINTS,
  });
  const page = await answer(new Request('app://local/'));
  assert.equal(page.status, 404);
  assert.match(await page.text(), /Create the file wwwroot\/index\.html/);
});

test('without .NET there is no answer but that', async (t) => {
  const root = temporaryFolder(t, FILES);
  const answer = createAppProtocol({
    wwwroot: path.join(root, 'wwwroot'), root, settings: () => ({ development: false, contentSecurityPolicy: null }), ...NO_ENDPOINTS,
    ready: async () => false,
  });
  const page = await answer(new Request('app://local/', { headers: { accept: 'text/html' } }));
  assert.equal(page.status, 503);
  assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'self'/);
  assert.match(await page.text(), /The \.NET main process is not running/);
});

test('in development a missing file is one warning that names the path', async (t) => {
  const root = temporaryFolder(t);
  const wwwroot = path.join(root, 'wwwroot');
  for (const development of [true, false]) {
    /** @type {Map<string, string>} */
    const warnings = new Map();
    const log = { counted: (/** @type {string[]} */ ...[, kind, key = '', message = '']) => void warnings.set(`${kind} ${key}`, message) };
    const answer = createAppProtocol({ ...NO_ENDPOINTS, wwwroot, root, log, settings: () => ({ development, contentSecurityPolicy: null }) });
    for (const pathname of ['/', '/index.html', '/sub/page.html', '/sub/page.html?again', '/index.js.map', '/.well-known/x', '/favicon.ico', `/${'x'.repeat(5000)}`]) {
      await answer(new Request(`app://local${pathname}`));
    }
    await answer(new Request('app://local/posted', { method: 'POST' }));
    const long = `/${'x'.repeat(199)}`;
    const expected = ['/index.html', '/sub/page.html', long].map((missing) => [`missing-file ${missing}`,
      `A page asked for '${missing}', but there is no file ${wwwroot}${missing}. `
      + 'Create the file, or correct the address; upper and lower case count.']);
    assert.deepEqual([...warnings], development ? expected : []);
  }
});

test('an error page does not run what the url says', async (t) => {
  const page = await serve(t).get('app://local/<img src=x onerror=alert(1)>');
  assert.doesNotMatch(await page.text(), /<img/);
});

test('one range is served, for media', async (t) => {
  const { get } = serve(t);
  const range = async (/** @type {string} */ header) => {
    const response = await get('app://local/film.mp4', { headers: { range: header } });
    return [response.status, response.headers.get('content-range'), await response.text()];
  };
  assert.deepEqual(await range('bytes=2-4'), [206, 'bytes 2-4/10', '234']);
  assert.deepEqual(await range('bytes=7-'), [206, 'bytes 7-9/10', '789']);
  assert.deepEqual(await range('bytes=-3'), [206, 'bytes 7-9/10', '789']);
  assert.deepEqual(await range('bytes=5-99'), [206, 'bytes 5-9/10', '56789']);
  assert.deepEqual(await range('bytes=10-'), [416, 'bytes */10', '']);
  assert.deepEqual(await range('bytes=0-1,4-5'), [200, null, '0123456789']);
  assert.deepEqual(await range('bytes=4-2'), [200, null, '0123456789']);
});

test('large files are streamed, whole and in part', async (t) => {
  const { get } = serve(t);
  const whole = await (await get('app://local/big.bin')).arrayBuffer();
  assert.equal(whole.byteLength, 5 * 1024 * 1024);
  const part = await (await get('app://local/big.bin', { headers: { range: 'bytes=100-199' } })).arrayBuffer();
  assert.deepEqual(new Uint8Array(part), new Uint8Array(100).fill(7));
});
