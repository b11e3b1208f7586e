'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { Readable } = require('node:stream');
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

/**
 * @typedef {object} Site
 * @property {string} wwwroot
 * @property {string} root The app's folder, for messages.
 * @property {() => { development: boolean, contentSecurityPolicy: string | null }} settings
 */

/**
 * Answers the app's scheme with the files of wwwroot.
 * @param {Site} site
 * @returns {(request: Request) => Promise<Response>}
 */
function createAppProtocol(site) {
  return async (request) => {
    const { method } = request;
    const url = new URL(request.url);
    if (url.host !== HOST) {
      const own = `${url.protocol}//${HOST}/`;
      return respond(method, notFound(site, `${url.protocol}//${url.host} is not part of this app`, `Its pages are at ${own}.`));
    }
    if (method !== 'GET' && method !== 'HEAD') {
      return respond(method, { status: 405, headers: { Allow: 'GET, HEAD' }, body: null });
    }
    const located = await locateFile(site.wwwroot, url.pathname);
    if (located === null) {
      return respond(method, missing(site, url.pathname));
    }
    return respond(method, fileAnswer(site, located, request.headers.get('range')));
  };
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
  if (pathname === '/' || pathname === '/index.html') {
    return notFound(site, 'This app has no page yet', `Create the file ${wwwroot}/index.html and reload.`);
  }
  return notFound(site, 'Not found', `There is no file ${wwwroot}${pathname}.`);
}

/** @param {Site} site @param {string} title @param {string} advice @returns {import('./respond').Answer} */
function notFound(site, title, advice) {
  return { status: 404, headers: commonHeaders(site, HTML), body: () => errorPage(title, advice) };
}

/** @param {Site} site @param {string} type */
function commonHeaders(site, type) {
  const { development, contentSecurityPolicy } = site.settings();
  /** @type {Record<string, string>} */
  const headers = { 'Content-Type': type };
  const policy = policyOf(contentSecurityPolicy);
  if (type === HTML && policy !== '') {
    headers['Content-Security-Policy'] = policy;
  }
  if (development) {
    headers['Cache-Control'] = 'no-store';
  }
  return headers;
}

module.exports = { createAppProtocol, HOST };
