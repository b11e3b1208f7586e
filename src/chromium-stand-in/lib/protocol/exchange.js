'use strict';
const { toApp, toReal } = require('./aliases');
const { adaptPolicy, adaptHtml } = require('./page-policy');

/** @typedef {import('devtools-protocol/types/protocol').Protocol.Fetch.RequestPausedEvent} PausedRequest */
/** @typedef {{ responseCode: number, responseHeaders: { name: string, value: string }[], body?: string }} Fulfilment */

/** Custom schemes have no cookies. */
const dropped = new Set(['set-cookie', 'set-cookie2']);
/** Request headers whose value is an address. */
const addressing = new Set(['origin', 'referer']);

/**
 * @param {PausedRequest} paused
 * @param {string} url as the app knows it
 * @param {string} [initiatorOrigin] absent for what the main process asked for
 */
function toRequest({ request }, url, initiatorOrigin) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.toLowerCase() === 'origin' && value === 'null') continue; // as Electron
    headers.append(name, addressing.has(name.toLowerCase()) ? toApp(value) : value);
  }
  /** @type {RequestInit} */
  const init = { method: request.method, headers };
  const entries = request.postDataEntries ?? [];
  if (entries.length) init.body = new Uint8Array(Buffer.concat(entries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64'))));
  const result = new Request(url + (request.urlFragment ?? ''), init);
  // Node's Request keeps http addresses only
  const referrer = headers.get('referer');
  if (referrer) Object.defineProperty(result, 'referrer', { value: referrer });
  return initiatorOrigin === undefined ? result : Object.assign(result, { initiatorOrigin });
}

/** @param {string} name @param {string} value */
function translateHeader(name, value) {
  if (name === 'location') return toReal(value);
  if (name === 'access-control-allow-origin' && value !== '*') return toReal(value).replace(/\/$/, '');
  return name.startsWith('content-security-policy') ? adaptPolicy(value) : value;
}

/**
 * @param {Response} response
 * @param {{ method: string, isDocument: boolean }} request
 * @returns {Promise<Fulfilment | null>} null for a network error
 */
async function toFulfilment(response, { method, isDocument }) {
  if (typeof response?.arrayBuffer !== 'function') throw new TypeError('The handler must return a Response');
  if (response.type === 'error') return null;
  const responseHeaders = [...response.headers]
    .filter(([name]) => !dropped.has(name))
    .map(([name, value]) => ({ name, value: translateHeader(name, value) }));
  const type = response.headers.get('content-type');
  if (!type && isDocument) responseHeaders.push({ name: 'content-type', value: 'text/html' });
  let body = Buffer.from(await response.arrayBuffer());
  if (isDocument && /^text\/html/i.test(type ?? 'text/html')) {
    body = Buffer.from(adaptHtml(body.toString('latin1')), 'latin1');
  }
  // that of an answer which was fetched counts what came over the network, which was decompressed since
  const length = method === 'HEAD' || response.status === 304 ? undefined : responseHeaders.find(({ name }) => name === 'content-length');
  if (length) length.value = String(body.length);
  return { responseCode: response.status, responseHeaders, ...(body.length ? { body: body.toString('base64') } : {}) };
}

exports.toRequest = toRequest;
exports.toFulfilment = toFulfilment;
