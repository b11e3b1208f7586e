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

/** @param {string | null} configured null is the default, '' is no policy at all */
function policyOf(configured) {
  return configured === null ? DEFAULT_POLICY : configured;
}

module.exports = { policyOf };
