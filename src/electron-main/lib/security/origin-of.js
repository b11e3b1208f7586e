'use strict';

/**
 * The origin that a url leads to, for deciding on navigations, of which only the url is known. Senders are judged by `frame.origin` alone.
 * @param {string} url
 * @returns {string} 'null' for what has no origin of its own
 */
function originOf(url) {
  if (!URL.canParse(url)) {
    return 'null';
  }
  const { origin, protocol, host } = new URL(url);
  if (origin !== 'null') {
    return origin;
  }
  // WHATWG urls know no origin for the schemes that an app registers.
  return host === '' ? 'null' : `${protocol}//${host}`;
}

module.exports = { originOf };
