'use strict';

const { originOf } = require('../security/origin-of');

/** For a request that only its metadata betrays as another site's. */
const UNNAMED_SITE = 'another site';
/** For a request of which nothing tells who made it. Older Electron says nothing of what a page's elements ask for. */
const UNKNOWN = 'an unknown origin';

/**
 * The origin whose page made a request. Electron tells it, and no page can change it. Where it does not, what Chromium itself wrote into
 * the request is taken: a page can leave some of that out, but cannot put another origin there.
 * @param {Request} request
 * @returns {string | null} null for what no page asked for: the window's own navigation to a document
 */
function initiatorOf(request) {
  const { initiatorOrigin } = /** @type {{ initiatorOrigin?: string }} */ (/** @type {unknown} */ (request));
  const { headers } = request;
  const named = initiatorOrigin ?? headers.get('origin');
  if (named !== null) {
    return named;
  }
  const site = headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') {
    return UNNAMED_SITE;
  }
  const referrer = headers.get('referer') ?? '';
  if (URL.canParse(referrer)) {
    return originOf(referrer);
  }
  if (site === 'same-origin') {
    return originOf(request.url);
  }
  return isForDocument(request) ? null : UNKNOWN;
}

/**
 * Whether the answer is to be a document of a window. Chromium does not always say so for schemes of apps; then what it accepts does.
 * A page can forge that, but what it gets is an opaque answer that `Cross-Origin-Resource-Policy` withholds.
 * @param {Request} request
 */
function isForDocument({ headers, mode, destination }) {
  if (mode === 'navigate' || destination === 'document') {
    return true;
  }
  const stated = headers.get('sec-fetch-mode') ?? headers.get('sec-fetch-dest');
  return stated === null ? /^text\/html\b/.test(headers.get('accept') ?? '') : stated === 'navigate' || stated === 'document';
}

module.exports = { initiatorOf, UNKNOWN };
