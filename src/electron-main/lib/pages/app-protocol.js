'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { Readable } = require('node:stream');
const { answerEndpoint, notRunning } = require('./answer-endpoint');
const { readRange } = require('./byte-range');
const { policyOf } = require('./content-security-policy');
const { errorPage } = require('./error-page');
const { locateFile } = require('./locate-file');
const { mimeTypeOf } = require('./mime-types');
const { respond } = require('./respond');

/** The one host of the app's scheme. */
const HOST = 'local';
/** Larger files are streamed. Smaller ones are read whole, which inside app.asar needs no copy on disk. */
const STREAM_FROM = 4 * 1024 * 1024;
const HTML = 'text/html; charset=utf-8';
const MAX_SHOWN_PATH = 200;
/** What browsers and developer tools ask for by themselves, and names that begin with a dot, which are files of tools. */
const UNASKED = /^\/favicon\.ico$|\.map$|\/\./;

/**
 * @typedef {object} Site
 * @property {string} wwwroot
 * @property {string} root The app's folder, for messages.
 * @property {Pick<import('../log').Log, 'counted'>} log
 * @property {() => { development: boolean, contentSecurityPolicy: string | null }} settings
 * @property {import('./endpoint-link').EndpointLink} endpoints
 * @property {() => Set<string>} origins The origins that count as the app's own.
 * @property {() => ReadonlySet<string>} framed The origins that pages may frame, beside their own.
 * @property {() => Promise<boolean>} ready Resolves when .NET has told the policy and the endpoints; to false if it does not come.
 */

/**
 * Answers the app's scheme with the files of wwwroot, and behind them with .NET's endpoints, if there are any. What is asked for before
 * .NET is there waits for it.
 * @param {Site} site
 * @returns {(request: Request) => Promise<Response>}
 */
function createAppProtocol(site) {
  return async (request) => {
    const { method } = request;
    if (!await site.ready()) {
      const answer = notRunning(request);
      return respond(method, { ...answer, headers: withPolicy(site, answer.headers) });
    }
    const url = new URL(request.url);
    if (url.host !== HOST) {
      const own = `${url.protocol}//${HOST}/`;
      return respond(method, notFound(site, `${url.protocol}//${url.host} is not part of this app`, `Its pages are at ${own}.`));
    }
    const isRead = method === 'GET' || method === 'HEAD';
    const located = isRead ? await locateFile(site.wwwroot, url.pathname) : null;
    if (located !== null) {
      return respond(method, fileAnswer(site, located, request.headers.get('range')));
    }
    if (site.endpoints.current !== null) {
      return respond(method, await endpointAnswer(site, request));
    }
    return respond(method, isRead ? missing(site, url.pathname) : { status: 405, headers: { Allow: 'GET, HEAD' }, body: null });
  };
}

/** @param {Site} site @param {Request} request @returns {Promise<import('./respond').Answer>} */
async function endpointAnswer(site, request) {
  const answer = await answerEndpoint(site, request, HOST);
  if ('file' in answer) {
    const located = await locateFile(site.wwwroot, answer.file);
    return located === null ? missing(site, answer.file) : fileAnswer(site, located, null);
  }
  return { ...answer, headers: withPolicy(site, answer.headers) };
}

/**
 * @param {Site} site
 * @param {import('./locate-file').Located} located
 * @param {string | null} rangeHeader
 * @returns {import('./respond').Answer}
 */
function fileAnswer(site, { file, size }, rangeHeader) {
  const type = mimeTypeOf(file);
  const headers = { ...commonHeaders(site, type), 'Accept-Ranges': 'bytes' };
  const range = readRange(rangeHeader, size);
  if (range === 'unsatisfiable') {
    return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` }, body: null };
  }
  const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range;
  const length = { 'Content-Length': String(end - start + 1) };
  const body = () => readBytes(file, size, start, end);
  return range === 'whole'
    ? { status: 200, headers: { ...headers, ...length }, body }
    : { status: 206, headers: { ...headers, ...length, 'Content-Range': `bytes ${start}-${end}/${size}` }, body };
}

/** @param {string} file @param {number} size @param {number} start @param {number} end @returns {BodyInit} */
function readBytes(file, size, start, end) {
  if (size < STREAM_FROM) {
    return new Uint8Array(fs.readFileSync(file).subarray(start, end + 1));
  }
  return /** @type {ReadableStream} */ (/** @type {unknown} */ (Readable.toWeb(fs.createReadStream(file, { start, end }))));
}

/** @param {Site} site @param {string} pathname @returns {import('./respond').Answer} */
function missing(site, pathname) {
  const wwwroot = path.relative(site.root, site.wwwroot).split(path.sep).join('/');
  const isStart = pathname === '/' || pathname === '/index.html';
  warnOfMissing(site, isStart ? '/index.html' : pathname);
  return isStart
    ? notFound(site, 'This app has no page yet', `Create the file ${wwwroot}/index.html and reload.`)
    : notFound(site, 'Not found', `There is no file ${wwwroot}${pathname}.`);
}

/**
 * In development, once for each file.
 * @param {Site} site
 * @param {string} pathname
 */
function warnOfMissing(site, pathname) {
  if (!site.settings().development || UNASKED.test(pathname)) {
    return;
  }
  const shown = pathname.slice(0, MAX_SHOWN_PATH);
  site.log.counted('warning', 'missing-file', shown, `A page asked for '${shown}', but there is no file ${site.wwwroot}${shown}. `
    + 'Create the file, or correct the address; upper and lower case count.');
}

/** @param {Site} site @param {string} title @param {string} advice @returns {import('./respond').Answer} */
function notFound(site, title, advice) {
  return { status: 404, headers: commonHeaders(site, HTML), body: () => errorPage(title, advice) };
}

/** @param {Site} site @param {string} type */
function commonHeaders(site, type) {
  const headers = withPolicy(site, { 'content-type': type });
  return site.settings().development ? { ...headers, 'cache-control': 'no-store' } : headers;
}

/** Pages get the app's policy; one that an endpoint sets itself stays. @param {Site} site @param {Record<string, string>} headers */
function withPolicy(site, headers) {
  const policy = policyOf(site.settings().contentSecurityPolicy, site.framed());
  const isPage = /^(text\/html|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? '');
  return isPage && policy !== '' ? { 'content-security-policy': policy, ...headers } : headers;
}

module.exports = { createAppProtocol, HOST };
