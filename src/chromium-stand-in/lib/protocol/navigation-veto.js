'use strict';
const { createEvent } = require('../ipc/ipc-event');
const { toApp, toReal, schemeOf } = require('./aliases');

/** @typedef {import('../page/page').Page} Page */
/** @typedef {import('../page/frame-node').FrameNode} FrameNode */
/** @typedef {import('devtools-protocol/types/protocol').Protocol.Fetch.RequestPausedEvent} PausedRequest */

/** @param {FrameNode} node @param {string} url @param {(event: any) => void} emit */
function vetoed(node, url, emit) {
  const event = createEvent({ url, isSameDocument: false, isMainFrame: node.parent === null, frame: node.frame });
  emit(event);
  return event.defaultPrevented;
}

/**
 * Asks the app about a navigation that the page wants.
 * @param {FrameNode} node
 * @param {string} url
 * @returns {boolean}
 */
function mayNavigate(node, url) {
  const { page } = node;
  const { processId, routingId } = node.host;
  if (vetoed(node, url, (event) => page.emit('will-frame-navigate', event))) return false;
  if (node.parent) return true;
  return !vetoed(node, url, (event) => page.emit('will-navigate', event, url, false, true, processId, routingId));
}

/** The main process navigates, and need not be asked. @param {FrameNode} node */
function isOwn(node) {
  return node.parent === null && node.page.loader.navigatesItself;
}

/**
 * A document's request stands still until this has decided, so nothing of a refused one is ever fetched or committed.
 * @param {Page} page
 * @param {PausedRequest} paused
 * @returns {boolean}
 */
function approveNavigation(page, { frameId, request, redirectedRequestId }) {
  const node = page.tree.find(frameId);
  if (!node) return true;
  const url = toApp(request.url);
  if (redirectedRequestId) {
    const { processId, routingId } = node.host;
    return !vetoed(node, url, (event) => page.emit('will-redirect', event, url, false, node.parent === null, processId, routingId));
  }
  if (node.approvedUrl === request.url) {
    node.approvedUrl = null;
    return true;
  }
  return isOwn(node) || mayNavigate(node, url);
}

/** Documents whose content is in the address, or in the page already: nothing is requested. */
const withoutRequest = new Set(['data', 'blob']);

/**
 * Navigations that no request tells of. Those to schemes which Chromium does not know it gives up by itself; they are started again
 * under their alias. Those to `data:` and `blob:` are under way already, so a refused one may commit before it is taken back.
 * @param {Page} page
 * @param {import('../cdp/session').CdpSession} cdp
 */
function watchUnrequestedNavigations(page, cdp) {
  cdp.listen('Page.frameStartedNavigating', ({ frameId, url }) => {
    const node = page.tree.find(frameId);
    if (!node) return;
    const real = toReal(url);
    if (real !== url) restart(node, url, real);
    else if (withoutRequest.has(schemeOf(url)) && !isOwn(node) && !mayNavigate(node, url)) {
      cdp.post('Page.stopLoading');
      if (node.parent) cdp.post('Page.navigate', { url: 'about:blank', frameId });
    }
  });

  /** @param {FrameNode} node @param {string} url @param {string} real */
  function restart(node, url, real) {
    if (!mayNavigate(node, url)) return;
    node.approvedUrl = real;
    cdp.post('Page.navigate', { url: real, frameId: node.id });
  }
}

exports.approveNavigation = approveNavigation;
exports.watchUnrequestedNavigations = watchUnrequestedNavigations;
