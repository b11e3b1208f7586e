'use strict';
const { WebContents } = require('./web-contents');

/**
 * @param {string | undefined} frameId Chromium's
 * @returns {import('../page/page').Page | undefined}
 */
function pageOfFrame(frameId) {
  return WebContents.getAllWebContents()
    .map(WebContents.pageOf)
    .find((page) => page.tree.find(frameId));
}

exports.pageOfFrame = pageOfFrame;
