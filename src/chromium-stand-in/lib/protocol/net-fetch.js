'use strict';
const fs = require('node:fs/promises');
const path = require('node:path');
const { fileURLToPath } = require('node:url');
const { schemeOf } = require('./aliases');
const { Protocol } = require('./protocol');

/** @type {Record<string, string>} */
const contentTypes = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.map': 'application/json',
  '.txt': 'text/plain',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.pdf': 'application/pdf',
  '.xml': 'application/xml',
};

/** @param {string} url */
async function fetchFile(url) {
  const file = fileURLToPath(url.split(/[?#]/)[0] ?? url);
  try {
    const type = contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    return new Response(new Uint8Array(await fs.readFile(file)), { headers: { 'content-type': type } });
  } catch (error) {
    const missing = /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT';
    throw new Error(missing ? 'net::ERR_FILE_NOT_FOUND' : 'net::ERR_FAILED', { cause: error });
  }
}

/**
 * `net.fetch`, and `fetch` of a session: files, the app's own schemes, and the network.
 * @param {Protocol} protocol of the session
 * @param {string | URL | Request} input
 * @param {RequestInit & { bypassCustomProtocolHandlers?: boolean }} [init]
 * @returns {Promise<Response>}
 */
async function netFetch(protocol, input, init = {}) {
  const url = input instanceof Request ? input.url : String(input);
  const scheme = schemeOf(url);
  const handler = init.bypassCustomProtocolHandlers ? undefined : Protocol.handlerOf(protocol, scheme);
  if (handler) return handler(input instanceof Request ? input : new Request(url, init));
  return scheme === 'file' ? fetchFile(url) : fetch(input, init);
}

exports.netFetch = netFetch;
