'use strict';

/**
 * Lets the main process refuse `window.open` before there is a window, so that the page gets null. Runs in the page, as text.
 * @param {(details: { url: string, frameName: string, features: string }) => boolean} mayOpen
 */
module.exports = function guardWindowOpen(mayOpen) {
  const { open } = window;
  window.open = function (url = '', target = '', features = '') {
    const details = { url: new URL(String(url), document.baseURI).href, frameName: String(target), features: String(features) };
    const reusesFrame = /^_(self|parent|top)$/i.test(details.frameName);
    return reusesFrame || mayOpen(details) ? open.call(window, url, target, features) : null;
  };
};
