'use strict';

/** Everything from the app itself, nothing inline, nothing evaluated. */
const DEFAULT_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * @param {string | null} configured null is the default, '' is no policy at all
 * @param {ReadonlySet<string>} framed The origins that the default policy lets pages frame, beside their own.
 */
function policyOf(configured, framed) {
  if (configured !== null) {
    return configured;
  }
  return framed.size === 0 ? DEFAULT_POLICY : `${DEFAULT_POLICY}; frame-src 'self' ${[...framed].join(' ')}`;
}

module.exports = { policyOf };
