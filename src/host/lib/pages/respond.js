'use strict';

/** Statuses whose responses have no body; `Response` refuses one. */
const BODILESS = [204, 205, 304];

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {(() => BodyInit) | null} body Made only if it is sent.
 */

/**
 * @param {string} method
 * @param {Answer} answer
 */
function respond(method, { status, headers, body }) {
  const isSent = method !== 'HEAD' && !BODILESS.includes(status) && body !== null;
  return new Response(isSent ? body() : null, { status, headers: { ...headers, 'X-Content-Type-Options': 'nosniff' } });
}

module.exports = { respond };
