'use strict';
const { createEvent } = require('../ipc/ipc-event');
const { toApp, toReal } = require('../protocol/aliases');

const sameDocument = new Set(['sameDocument', 'historySameDocument']);

/**
 * Emits `did-start-navigation`.
 * @param {import('./page').Page} page
 * @param {import('../cdp/session').CdpSession} cdp
 */
function watchStartedNavigations(page, cdp) {
  cdp.listen('Page.frameStartedNavigating', ({ frameId, url: real, navigationType }) => {
    const node = page.tree.find(frameId);
    if (!node || toReal(real) !== real) return; // it starts again, under its alias
    const url = toApp(real);
    const details = { url, isSameDocument: sameDocument.has(navigationType), isMainFrame: node.parent === null, frame: node.frame };
    const { processId, routingId } = node.host;
    page.emit('did-start-navigation', createEvent(details), url, details.isSameDocument, details.isMainFrame, processId, routingId);
  });
}

exports.watchStartedNavigations = watchStartedNavigations;
