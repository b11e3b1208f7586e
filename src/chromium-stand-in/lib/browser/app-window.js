'use strict';
const { randomUUID } = require('node:crypto');
const { once } = require('node:events');
const { browser } = require('./browser');
const { targetRouter } = require('./target-router');

/** @param {string} text */
function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/**
 * Opens a window without tabs and address bar. The DevTools protocol cannot; a second process with the same profile asks the running
 * browser to, and ends. The new page is known by its address.
 * @param {string} title shown until the first page is there
 * @returns {Promise<import('../cdp/session').CdpSession>} of the page, which has its first, empty document
 */
async function openAppWindow(title) {
  const token = randomUUID();
  const claimed = targetRouter.claimByAddress(token);
  browser.runAgain([`--app=data:text/html,${encodeURIComponent(`<title>${escapeHtml(title)}</title><!--${token}-->`)}`]);
  const session = await claimed;
  const loaded = once(session, 'Page.loadEventFired');
  session.post('Page.enable');
  session.post('Runtime.runIfWaitingForDebugger');
  await loaded;
  return session;
}

exports.openAppWindow = openAppWindow;
