'use strict';
const { originToApp } = require('./aliases');

/** @typedef {import('devtools-protocol/types/protocol').Protocol.Fetch.RequestPausedEvent} PausedRequest */

/** @param {string} url */
function originOf(url) {
  return originToApp(new URL(url).origin);
}

/**
 * Electron's `request.initiatorOrigin`: the origin whose page made a request. The document that a frame shows is what asks for
 * everything but the frame's next document.
 * @param {PausedRequest} paused
 * @param {import('../page/page').Page | undefined} page
 * @returns {string | undefined} undefined for what the main process asked for
 */
function initiatorOf({ request, resourceType, frameId }, page) {
  const { Origin: origin, Referer: referrer } = request.headers;
  if (origin !== undefined) return originToApp(origin);
  const node = page?.tree.find(frameId);
  if (resourceType !== 'Document' && node && !node.initial) return node.host.origin;
  if (referrer !== undefined) return originOf(referrer);
  return node?.parent?.host.origin;
}

exports.initiatorOf = initiatorOf;
