'use strict';
const { targetRouter } = require('../browser/target-router');
const { WebContents } = require('../web-contents/web-contents');

/** Brings what a page opened to that page. */
targetRouter.on('popup', (/** @type {import('../cdp/session').CdpSession} */ session) => {
  const pages = WebContents.getAllWebContents().map(WebContents.pageOf);
  const opener = pages.find((page) => page.tree.root.id === session.target?.openerId);
  if (opener) opener.popups.opened(session);
  else session.post('Page.close'); // of a page that is gone
});
