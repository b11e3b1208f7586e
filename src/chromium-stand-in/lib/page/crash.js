'use strict';
const { lifecycle } = require('../app/lifecycle');
const { browser } = require('../browser/browser');
const { createEvent } = require('../ipc/ipc-event');

/** @typedef {import('./page').Page} Page */
/** @typedef {Electron.RenderProcessGoneDetails} Details */

/** Chromium's words for how a process ended. @type {Record<string, Details['reason']>} */
const reasons = {
  normal: 'clean-exit',
  abnormal: 'abnormal-exit',
  killed: 'killed',
  oom: 'oom',
  'launch failed': 'launch-failed',
  'integrity failure': 'integrity-failure',
};

/**
 * Disposes the frames of a renderer that died, and tells of it if it was the page's own.
 * @param {import('./page-session').PageSession} session
 */
function watchCrash(session) {
  const { page, cdp } = session;
  /** Told just before the page's own session hears of its end. @type {Details} */
  let details = { reason: 'crashed', exitCode: 1 };
  /** @param {import('devtools-protocol/types/protocol').Protocol.Target.TargetCrashedEvent} event */
  function explain({ targetId, status, errorCode }) {
    if (targetId === cdp.targetId) details = { reason: reasons[status] ?? 'crashed', exitCode: errorCode };
  }
  browser.root.on('Target.targetCrashed', explain);
  cdp.once('gone', () => browser.root.off('Target.targetCrashed', explain));
  cdp.listen('Inspector.targetCrashed', () => {
    const node = page.tree.find(cdp.targetId); // a target has the id of its topmost frame
    session.clear();
    if (page.destroyed || !node) return;
    page.tree.crash(node);
    if (node === page.tree.root) tell(page, details);
  });
}

/** @param {Page} page @param {Details} details */
function tell(page, details) {
  page.loader.abandon();
  page.emit('render-process-gone', createEvent(), details);
  lifecycle.emit('render-process-gone', page.webContents, details);
}

/**
 * Ends the renderer of a page's main frame, as a fault in it would.
 * @param {Page} page
 */
async function crash(page) {
  await page.ready;
  page.main.cdp.post('Page.stopLoading'); // while a navigation is under way, the renderer is told nothing
  page.main.cdp.post('Page.crash');
}

exports.watchCrash = watchCrash;
exports.crash = crash;
