'use strict';
const { browser } = require('../browser/browser');
const { createEvent } = require('../ipc/ipc-event');
const { toApp } = require('../protocol/aliases');

/** @typedef {import('./page').Page} Page */

/** @param {Page} page @param {string} title */
function setTitle(page, title) {
  if (title === '' || title === page.title || page.destroyed) return;
  page.title = title;
  page.emit('page-title-updated', createEvent(), title, true);
}

/**
 * Asks a loaded document, since Chromium does not always tell.
 * @param {Page} page
 */
async function readTitle(page) {
  const { frameToken } = page.tree.root.host;
  const answer = await page.main.cdp.send('Runtime.evaluate', { expression: 'document.title', silent: true }).catch(() => undefined);
  if (page.tree.root.host.frameToken === frameToken) setTitle(page, String(answer?.result.value ?? ''));
}

/**
 * Keeps a page's title when its script changes it.
 * @param {Page} page
 */
function watchTitle(page) {
  const { root } = browser;
  /** @param {import('devtools-protocol/types/protocol').Protocol.Target.TargetInfoChangedEvent} event */
  function changed({ targetInfo: { targetId, title, url } }) {
    if (targetId !== page.tree.root.id || page.destroyed) return;
    // it comes from the browser, and the page's other events from the renderer: it may be about another document
    if (toApp(url) !== page.tree.root.host.url) readTitle(page);
    // an untitled page is reported under its address, or its file's name
    else if (url !== title && !url.endsWith(`/${title}`)) setTitle(page, title);
  }
  root.on('Target.targetInfoChanged', changed);
  page.webContents.once('destroyed', () => root.off('Target.targetInfoChanged', changed));
}

exports.readTitle = readTitle;
exports.watchTitle = watchTitle;
