'use strict';
const { createEvent } = require('../ipc/ipc-event');
const { toApp, toReal } = require('./aliases');

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
  return (node.parent === null && page.loader.navigatesItself) || mayNavigate(node, url);
}

/**
 * Chromium gives up navigations to schemes it does not know before any request; they are started again under their alias.
 * @param {Page} page
 * @param {import('../cdp/session').CdpSession} cdp
 */
function watchAliasedNavigations(page, cdp) {
  cdp.listen('Page.frameStartedNavigating', ({ frameId, url }) => {
    const node = page.tree.find(frameId);
    const real = toReal(url);
    if (!node || real === url || !mayNavigate(node, toApp(url))) return;
    node.approvedUrl = real;
    cdp.post('Page.navigate', { url: real, frameId });
  });
}

exports.approveNavigation = approveNavigation;
exports.watchAliasedNavigations = watchAliasedNavigations;
