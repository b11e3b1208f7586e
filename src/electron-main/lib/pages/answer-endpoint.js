'use strict';

const { Readable } = require('node:stream');
const { answerPreflight, crossOriginHeaders } = require('./cross-origin');
const { FILE_HEADER, requestHeaders, responseHeaders } = require('./endpoint-headers');
const { refusalOf } = require('./endpoint-refusals');
const { errorPage } = require('./error-page');
const { forwardRequest } = require('./forward-request');
const { initiatorOf } = require('./initiator');

const TEXT = 'text/plain; charset=utf-8';
const HTML = 'text/html; charset=utf-8';
const NOT_RUNNING = 'The .NET main process is not running';
const NOT_RUNNING_ADVICE = 'It may be starting. Reload in a moment, or look at its output.';

/**
 * @typedef {import('./respond').Answer} Answer
 *
 * @typedef {object} EndpointSite
 * @property {import('./endpoint-link').EndpointLink} endpoints
 * @property {() => Set<string>} origins The origins that count as the app's own.
 */

/**
 * Answers with what .NET's endpoints say.
 * @param {EndpointSite} site
 * @param {Request} request
 * @param {string} host
 * @returns {Promise<Answer | { file: string }>} `file`: .NET wants this file of wwwroot sent, by its percent-encoded path
 */
async function answerEndpoint(site, request, host) {
  const initiator = initiatorOf(request);
  const origins = site.origins();
  const preflight = answerPreflight(request, initiator, origins);
  if (preflight !== null) {
    return preflight;
  }
  const refusal = refusalOf(request, initiator, origins);
  if (refusal !== null) {
    return text(refusal.status, refusal.text);
  }
  const [own = ''] = origins;
  const answer = await askMainProcess(site, request, host, initiator);
  return 'file' in answer ? answer : { ...answer, headers: { ...answer.headers, ...crossOriginHeaders(own, initiator) } };
}

/**
 * @param {EndpointSite} site
 * @param {Request} request
 * @param {string} host
 * @param {string | null} initiator
 * @returns {Promise<Answer | { file: string }>}
 */
async function askMainProcess(site, request, host, initiator) {
  const { current } = site.endpoints;
  if (current === null || current === 'lost') {
    return notRunning(request);
  }
  const { address, secret } = current;
  let incoming;
  try {
    incoming = await forwardRequest(request, address, requestHeaders(request.headers, { host, secret, initiator }));
  } catch {
    return notRunning(request); // Nothing listens there any more, or it ended before it answered.
  }
  const file = incoming.headers[FILE_HEADER];
  if (typeof file === 'string') {
    incoming.resume();
    return { file };
  }
  return passOn(incoming);
}

/**
 * A page that goes away cancels the body, which closes the connection: .NET's `RequestAborted`.
 * @param {import('node:http').IncomingMessage} incoming
 * @returns {Answer}
 */
function passOn(incoming) {
  const { statusCode: status = 0 } = incoming;
  if (status < 200 || status > 599) {
    incoming.destroy();
    return text(502, `The endpoint answered with the status ${status}, which no page can be given. Use one from 200 to 599.`);
  }
  return {
    status,
    headers: { 'cross-origin-resource-policy': 'same-origin', ...responseHeaders(incoming.headers) },
    body: () => /** @type {ReadableStream} */ (/** @type {unknown} */ (Readable.toWeb(incoming))),
    discard: () => incoming.destroy(),
  };
}

/** For a request that only .NET can answer, while it is not there. @param {Request} request @returns {Answer} */
function notRunning({ headers }) {
  return (headers.get('accept') ?? '').includes('text/html')
    ? { status: 503, headers: { 'content-type': HTML }, body: () => errorPage(NOT_RUNNING, NOT_RUNNING_ADVICE) }
    : text(503, `${NOT_RUNNING}. ${NOT_RUNNING_ADVICE}`);
}

/** @param {number} status @param {string} body @returns {Answer} */
function text(status, body) {
  return { status, headers: { 'content-type': TEXT }, body: () => body };
}

module.exports = { answerEndpoint, notRunning };
