'use strict';

const { originOf } = require('../security/origin-of');

/** For a request that only its metadata betrays as another site's. */
const UNNAMED_SITE = 'another site';

/**
 * The origin whose page made a request. Electron tells it, and no page can change it. Where it does not, what Chromium itself wrote into
 * the request is taken: a page can leave some of that out, but cannot put another origin there.
 * @param {Request} request
 * @returns {string | null} null for what no page asked for: the window's own navigation
 */
function initiatorOf(request) {
  const { initiatorOrigin } = /** @type {{ initiatorOrigin?: string }} */ (/** @type {unknown} */ (request));
  const { headers } = request;
  const named = initiatorOrigin ?? headers.get('origin');
  if (named !== null) {
    return named;
  }
  if (/^(cross-site|same-site)$/.test(headers.get('sec-fetch-site') ?? '')) {
    return UNNAMED_SITE;
  }
  const referrer = headers.get('referer') ?? '';
  return URL.canParse(referrer) ? originOf(referrer) : null;
}

module.exports = { initiatorOf };
