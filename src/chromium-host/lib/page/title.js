'use strict';
const { browser } = require('../browser/browser');
const { createEvent } = require('../ipc/ipc-event');

/**
 * Keeps a page's title, and emits `page-title-updated`.
 * @param {import('./page').Page} page
 */
function watchTitle(page) {
  const { root } = browser;
  /** @param {import('devtools-protocol/types/protocol').Protocol.Target.TargetInfoChangedEvent} event */
  function changed({ targetInfo: { targetId, title, url } }) {
    // an untitled page is reported under its address
    const untitled = title === '' || url === title || url.endsWith(`//${title}`);
    if (targetId !== page.tree.root.id || untitled || title === page.title) return;
    page.title = title;
    page.emit('page-title-updated', createEvent(), title, true);
  }
  root.on('Target.targetInfoChanged', changed);
  page.webContents.once('destroyed', () => root.off('Target.targetInfoChanged', changed));
}

exports.watchTitle = watchTitle;
