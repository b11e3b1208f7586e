'use strict';

/**
 * The page of a development server counts as the app's own, and yet is of another origin than `app://local`: Chromium asks whether it may
 * send and read, and this says yes. It is used for origins that were already let in, so outside of development never.
 * @param {string} own The app's origin.
 * @param {string | null} initiator
 * @returns {Record<string, string>}
 */
function crossOriginHeaders(own, initiator) {
  return initiator === null || initiator === own ? {} : {
    'access-control-allow-origin': initiator,
    'access-control-expose-headers': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'vary': 'Origin',
  };
}

/**
 * Chromium's question before a request of another origin that is more than a form could send.
 * @param {Request} request
 * @param {string | null} initiator
 * @param {Set<string>} origins The origins that count as the app's own; the app's origin is the first.
 * @returns {import('./respond').Answer | null} null if it is no such question, or not one of ours
 */
function answerPreflight({ method, headers }, initiator, origins) {
  const wanted = headers.get('access-control-request-method');
  const [own = ''] = origins;
  if (method !== 'OPTIONS' || wanted === null || initiator === null || initiator === own || !origins.has(initiator)) {
    return null;
  }
  return {
    status: 204,
    headers: {
      ...crossOriginHeaders(own, initiator),
      'access-control-allow-methods': wanted,
      'access-control-allow-headers': headers.get('access-control-request-headers') ?? '',
    },
    body: null,
  };
}

module.exports = { crossOriginHeaders, answerPreflight };
