'use strict';

/** Statuses whose responses have no body; `Response` refuses one. */
const BODILESS = [204, 205, 304];

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {(() => BodyInit) | null} body Made only if it is sent.
 * @property {() => void} [discard] Called if it is not.
 */

/**
 * @param {string} method
 * @param {Answer} answer
 */
function respond(method, { status, headers, body, discard }) {
  const isSent = method !== 'HEAD' && !BODILESS.includes(status) && body !== null;
  if (!isSent) {
    discard?.();
  }
  return new Response(isSent ? body() : null, { status, headers: { ...headers, 'x-content-type-options': 'nosniff' } });
}

module.exports = { respond };
