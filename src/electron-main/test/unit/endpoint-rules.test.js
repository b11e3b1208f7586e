'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { requestHeaders, responseHeaders } = require('../../lib/pages/endpoint-headers');
const { EndpointLink } = require('../../lib/pages/endpoint-link');
const { refusalOf } = require('../../lib/pages/endpoint-refusals');
const { initiatorOf, UNKNOWN } = require('../../lib/pages/initiator');

const OWN = 'app://local';
const ADDED = { host: 'local', secret: 's3cret', initiator: OWN };

/** A request as a protocol handler gets it. @param {Record<string, string>} headers @param {string} [initiatorOrigin] */
function requestOf(headers, initiatorOrigin, method = 'GET') {
  const request = new Request('app://local/api', { method, headers });
  return initiatorOrigin === undefined ? request : Object.assign(request, { initiatorOrigin });
}

test('what a page sends goes on, without what belongs to the connection, cookies and private headers', () => {
  const given = new Headers({
    'Accept': 'text/plain', 'Authorization': 'Bearer x', 'Range': 'bytes=0-1', 'X-IpcApp': '1', 'Connection': 'close, X-Own', 'X-Own': '1',
    'Keep-Alive': '1', 'TE': 'trailers', 'Transfer-Encoding': 'chunked', 'Content-Length': '5', 'Cookie': 'a=1', 'Accept-Encoding': 'gzip',
    'Host': 'evil', 'X-IpcApp-Secret': 'guess', 'X-IpcApp-Origin': 'forged',
  });
  assert.deepEqual(requestHeaders(given, ADDED), {
    'accept': 'text/plain', 'authorization': 'Bearer x', 'range': 'bytes=0-1', 'x-ipcapp': '1', 'host': 'local',
    'x-ipcapp-secret': 's3cret', 'x-ipcapp-origin': OWN,
  });
});

test('a request that no page made has no origin, whatever it says', () => {
  assert.deepEqual(requestHeaders(new Headers({ 'x-ipcapp-origin': OWN }), { ...ADDED, initiator: null }), {
    'host': 'local', 'x-ipcapp-secret': 's3cret',
  });
});

test('what .NET answers goes on, without what belongs to the connection, cookies and private headers', () => {
  assert.deepEqual(responseHeaders({
    'content-type': 'text/plain', 'content-length': '3', 'etag': '"1"', 'connection': 'keep-alive, x-own', 'x-own': '1',
    'keep-alive': 'timeout=5', 'transfer-encoding': 'chunked', 'set-cookie': ['a=1'], 'x-ipcapp-secret': 's3cret',
  }), { 'content-type': 'text/plain', 'content-length': '3', 'etag': '"1"' });
});

test('Electron says who asks, whatever the headers say', () => {
  assert.equal(initiatorOf(requestOf({ origin: OWN }, 'https://evil.example')), 'https://evil.example');
  assert.equal(initiatorOf(requestOf({ origin: OWN }, 'null')), 'null');
});

test('where Electron does not say, what Chromium wrote into the request does', () => {
  assert.equal(initiatorOf(requestOf({ origin: 'https://evil.example', referer: 'app://local/' })), 'https://evil.example');
  assert.equal(initiatorOf(requestOf({ 'sec-fetch-site': 'cross-site' })), 'another site');
  assert.equal(initiatorOf(requestOf({ 'sec-fetch-site': 'same-origin', 'referer': 'app://local/page.html?x' })), OWN);
  assert.equal(initiatorOf(requestOf({ 'sec-fetch-site': 'same-origin' })), OWN);
});

test('nobody asks for a document only; all else whose origin nothing tells is of an unknown one', () => {
  assert.equal(initiatorOf(requestOf({ accept: 'text/html,application/xhtml+xml' })), null);
  assert.equal(initiatorOf(requestOf({ 'sec-fetch-mode': 'navigate' })), null);
  assert.equal(initiatorOf(requestOf({ 'sec-fetch-dest': 'document' })), null);
  assert.equal(initiatorOf(/** @type {any} */ ({ headers: new Headers(), mode: 'navigate', destination: '' })), null);
  assert.equal(initiatorOf(requestOf({})), UNKNOWN);
  assert.equal(initiatorOf(requestOf({ accept: 'image/*,*/*' })), UNKNOWN);
  assert.equal(initiatorOf(requestOf({ 'sec-fetch-mode': 'no-cors', 'accept': 'text/html' })), UNKNOWN);
  assert.match(refuse('GET', {}, UNKNOWN)?.text ?? '', /nothing tells whose page made this request/);
});

/** @param {string} method @param {Record<string, string>} headers @param {string | null} initiator */
const refuse = (method, headers, initiator) => refusalOf(requestOf(headers, undefined, method), initiator, new Set([OWN]));

test('the app\'s own pages may ask', () => {
  assert.equal(refuse('GET', {}, OWN), null);
  assert.equal(refuse('POST', { 'x-ipcapp': '1' }, OWN), null);
  assert.equal(refuse('HEAD', {}, null), null, 'the window\'s own navigation');
});

for (const initiator of ['https://evil.example', 'null', 'app://other', 'another site']) {
  test(`others may not: ${initiator}`, () => {
    const refusal = refuse('GET', { 'x-ipcapp': '1' }, initiator);
    assert.equal(refusal?.status, 403);
    assert.match(refusal.text, new RegExp(`answer its own pages \\(app://local\\) only, not '${initiator}'`));
  });
}

for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
  test(`${method} needs the header that no form can send`, () => {
    const refusal = refuse(method, {}, OWN);
    assert.equal(refusal?.status, 403);
    assert.match(refusal.text, /needs the header 'X-IpcApp: 1'/);
    assert.match(refuse(method, { 'x-ipcapp': '1' }, null)?.text ?? '', /must come from a page of the app/);
  });
}

test('there are no WebSockets', () => {
  const upgrade = /** @type {any} */ ({ method: 'GET', headers: new Headers({ upgrade: 'websocket' }) });
  assert.match(refusalOf(upgrade, OWN, new Set([OWN]))?.text ?? '', /no WebSockets under app:\/\/local\//);
});

test('endpoints are there, lost, and there again', () => {
  const link = new EndpointLink();
  link.lose();
  assert.equal(link.current, null, 'an app without endpoints loses none');
  link.use({ type: 'endpoints', address: '/x/http.sock', secret: 's' });
  assert.deepEqual(link.current, { address: '/x/http.sock', secret: 's' });
  link.lose();
  assert.equal(link.current, 'lost');
  link.reset();
  assert.equal(link.current, null);
  assert.throws(() => link.use({ address: '/x/http.sock' }), /'endpoints' needs 'address' and 'secret'/);
});
