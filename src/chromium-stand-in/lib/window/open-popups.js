'use strict';
const { targetRouter } = require('../browser/target-router');
const { lifecycle } = require('../app/lifecycle');
const { WebContents } = require('../web-contents/web-contents');
const { BrowserWindow } = require('./browser-window');

/** Brings what a page opened to that page. */
targetRouter.on('popup', (/** @type {import('../cdp/session').CdpSession} */ session) => {
  const pages = WebContents.getAllWebContents().map(WebContents.pageOf);
  const opener = pages.find((page) => page.tree.root.id === session.target?.openerId);
  if (opener) opener.popups.opened(session);
  else session.post('Page.close'); // of a page that is gone
});

/** @param {import('../page/popups').AllowedPopup} popup */
function openWindow({ opener, session, options, details }) {
  const webPreferences = { ...opener.options.preferences, ...options.webPreferences };
  const window = new BrowserWindow({ ...options, webPreferences }, { popup: session, opener: opener.webContents });
  opener.webContents.emit('did-create-window', window, { ...details, options });
}
lifecycle.on('popup-allowed', openWindow);
