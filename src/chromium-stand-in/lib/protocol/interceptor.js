'use strict';
const fs = require('node:fs/promises');
const { STATUS_CODES } = require('node:http');
const { fileURLToPath } = require('node:url');
const names = require('../names');
const { browser } = require('../browser/browser');
const { syncCalls } = require('../browser/sync-calls');
const { toApp, schemeOf, requestPatterns, isAliased } = require('./aliases');
const { Protocol, changes } = require('./protocol');
const { Session } = require('../session/session');
const { initiatorOf } = require('./initiator');
const { approveNavigation } = require('./navigation-veto');
const { noteOutcome, outcomeOf } = require('./document-outcomes');
const { toRequest, toFulfilment } = require('./exchange');
const { adaptHtml } = require('./page-policy');
const { pageOfFrame } = require('../web-contents/page-of-frame');

/** @typedef {import('devtools-protocol/types/protocol').Protocol.Fetch.RequestPausedEvent} PausedRequest */

const syncPrefix = `${names.syncOrigin}/`;

/** Which requests come here; on the browser's session, so that it holds for windows, frames and workers alike. */
function enable() {
  const overrides = Session.all().flatMap(({ protocol }) => Protocol.overrides(protocol));
  browser.root.post('Fetch.enable', {
    patterns: [
      { urlPattern: `${syncPrefix}*` },
      { urlPattern: '*', resourceType: 'Document' }, // for the app to veto
      { urlPattern: '*', resourceType: 'Document', requestStage: 'Response' }, // to tell the app what came of it
      ...[...requestPatterns(), ...overrides.map((scheme) => `${scheme}:*`)].map((urlPattern) => ({ urlPattern })),
    ],
  });
}

/** @param {string} requestId */
function proceed(requestId) {
  browser.root.post('Fetch.continueRequest', { requestId });
}

/** @param {string} requestId @param {'Failed' | 'Aborted' | 'BlockedByClient'} errorReason */
function fail(requestId, errorReason) {
  browser.root.post('Fetch.failRequest', { requestId, errorReason });
}

/** A blocked page comes for its answer. @param {PausedRequest} paused */
function answerSync({ requestId, request }) {
  syncCalls.wait(request.url.slice(syncPrefix.length), (answer) => {
    if (answer === null) {
      fail(requestId, 'Failed');
      return;
    }
    const responseHeaders = [
      { name: 'content-type', value: 'text/plain;charset=utf-8' },
      { name: 'access-control-allow-origin', value: '*' },
    ];
    browser.root.post('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders,
      body: Buffer.from(answer).toString('base64'),
    });
  });
}

/** A file's own policy must not forbid sendSync; all else stays as on disk. @param {PausedRequest} paused */
async function serveFileDocument({ requestId, request }) {
  const file = fileURLToPath(request.url.split(/[?#]/)[0] ?? '');
  const text = /\.html?$/i.test(file) ? await fs.readFile(file, 'latin1').catch(() => '') : '';
  const adapted = adaptHtml(text);
  if (adapted === text) {
    proceed(requestId);
    return;
  }
  const responseHeaders = [{ name: 'content-type', value: 'text/html' }];
  browser.root.post('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders,
    body: Buffer.from(adapted, 'latin1').toString('base64'),
  });
}

/**
 * @param {PausedRequest} paused
 * @param {import('./protocol').ProtocolHandler} handler
 * @param {string} url as the app knows it
 * @param {{ frame?: import('../page/frame-node').FrameNode, initiatorOrigin?: string }} about the frame that gets a document; who asks
 */
async function serve(paused, handler, url, { frame, initiatorOrigin }) {
  const { requestId } = paused;
  try {
    const response = await handler(toRequest(paused, url, initiatorOrigin));
    const about = { method: paused.request.method, isDocument: paused.resourceType === 'Document' };
    const fulfilment = await toFulfilment(response, about);
    noteOutcome(frame, { status: response.status, statusText: STATUS_CODES[response.status] ?? '' });
    const isSent = fulfilment && browser.root.post('Fetch.fulfillRequest', { requestId, ...fulfilment });
    if (!isSent) fail(requestId, 'Failed');
  } catch (error) {
    console.error(`The protocol handler failed for ${url}:`, error);
    fail(requestId, 'Failed');
  }
}

/** @param {PausedRequest} paused */
function onPaused(paused) {
  const { requestId, request, frameId, resourceType } = paused;
  if (request.url.startsWith(syncPrefix)) {
    answerSync(paused);
    return;
  }
  const page = pageOfFrame(frameId);
  const frame = resourceType === 'Document' ? page?.tree.find(frameId) : undefined;
  const outcome = outcomeOf(paused);
  if (outcome) {
    noteOutcome(frame, outcome);
    proceed(requestId);
    return;
  }
  if (resourceType === 'Document' && page && !approveNavigation(page, paused)) {
    fail(requestId, 'Aborted');
    return;
  }
  const url = toApp(request.url);
  const scheme = schemeOf(url);
  const { protocol } = page?.options.session ?? Session.defaultSession;
  const handler = Protocol.handlerOf(protocol, scheme);
  if (handler) serve(paused, handler, url, { frame, initiatorOrigin: initiatorOf(paused, page) });
  else if (isAliased(scheme)) fail(requestId, 'Failed');
  else if (scheme === 'file' && resourceType === 'Document') serveFileDocument(paused);
  else proceed(requestId);
}

/** A request whose body is too large would wait for ever. @param {string} method @param {string} head */
function onTooLong(method, head) {
  const requestId = /"requestId":"([^"]+)"/.exec(head)?.[1];
  if (method === 'Fetch.requestPaused' && requestId) fail(requestId, 'Failed');
}

/** To be called once Chromium runs. */
function startIntercepting() {
  browser.root.listen('Fetch.requestPaused', onPaused);
  browser.on('too-long', onTooLong);
  changes.on('changed', enable);
  enable();
}

exports.startIntercepting = startIntercepting;
