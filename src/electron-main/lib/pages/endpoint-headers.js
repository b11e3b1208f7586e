'use strict';

/** They belong to one connection, and mean nothing on the next. */
const HOP_BY_HOP = [
  'connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding',
  'upgrade',
];
/** Custom schemes have no cookies; nothing behind a custom scheme undoes a compression; Node counts and frames the body itself. */
const NOT_SENT = new Set([...HOP_BY_HOP, 'cookie', 'accept-encoding', 'content-length', 'expect', 'host']);
const NOT_RETURNED = new Set([...HOP_BY_HOP, 'set-cookie', 'set-cookie2']);
/** What only host and .NET say to each other begins with this. A page's own `X-IpcApp` does not. */
const PRIVATE = 'x-ipcapp-';
/** .NET asks for a file of wwwroot in the place of the body. */
const FILE_HEADER = 'x-ipcapp-file';

/**
 * What of a page's request goes on to .NET.
 * @param {Headers} headers
 * @param {{ host: string, secret: string, initiator: string | null }} added
 * @returns {Record<string, string>}
 */
function requestHeaders(headers, { host, secret, initiator }) {
  const own = namedInConnection(headers.get('connection'));
  const kept = [...headers].filter(([name]) => !NOT_SENT.has(name) && !own.has(name) && !name.startsWith(PRIVATE));
  return {
    ...Object.fromEntries(kept),
    host,
    'x-ipcapp-secret': secret,
    ...(initiator === null ? {} : { 'x-ipcapp-origin': initiator }),
  };
}

/**
 * What of .NET's answer goes on to the page.
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @returns {Record<string, string>}
 */
function responseHeaders(headers) {
  const own = namedInConnection(headers.connection);
  /** @type {Record<string, string>} */
  const kept = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !NOT_RETURNED.has(name) && !own.has(name) && !name.startsWith(PRIVATE)) {
      kept[name] = String(value);
    }
  }
  return kept;
}

/** `Connection` can declare more headers to be its own. @param {string | null | undefined} value */
function namedInConnection(value) {
  return new Set((value ?? '').split(',').map((name) => name.trim().toLowerCase()));
}

module.exports = { requestHeaders, responseHeaders, FILE_HEADER };
