'use strict';
const { schemeOf } = require('./aliases');

/** @typedef {import('../page/frame-node').FrameNode} FrameNode */
/** @typedef {import('devtools-protocol/types/protocol').Protocol.Fetch.RequestPausedEvent} PausedRequest */
/** @typedef {{ status: number, statusText: string, error?: string }} Outcome */

/** @param {string} reason such as `NameNotResolved` */
function errorName(reason) {
  return `ERR_${reason.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}`;
}

/** What is told of documents that no server answered. @param {string} url @returns {Outcome} */
function withoutAnswer(url) {
  return schemeOf(url) === 'file' ? { status: 200, statusText: 'OK' } : { status: -1, statusText: '' };
}

/** What came of the request for a frame's next document; kept until that is committed. @type {WeakMap<FrameNode, Outcome>} */
const outcomes = new WeakMap();

/** @param {FrameNode | undefined} node @param {Outcome} outcome */
function noteOutcome(node, outcome) {
  if (node) outcomes.set(node, outcome);
}

/**
 * @param {PausedRequest} paused
 * @returns {Outcome | undefined} undefined while the request has not been made
 */
function outcomeOf({ responseErrorReason, responseStatusCode, responseStatusText = '' }) {
  if (responseErrorReason) return { status: -1, statusText: '', error: errorName(responseErrorReason) };
  return responseStatusCode === undefined ? undefined : { status: responseStatusCode, statusText: responseStatusText };
}

/** @param {FrameNode} node whose document was committed @returns {Outcome} */
function takeOutcome(node) {
  const outcome = outcomes.get(node) ?? withoutAnswer(node.host.url);
  outcomes.delete(node);
  return outcome;
}

exports.noteOutcome = noteOutcome;
exports.outcomeOf = outcomeOf;
exports.takeOutcome = takeOutcome;
