'use strict';
const names = require('../names');
const { syncCalls } = require('../browser/sync-calls');
const { createEvent } = require('../ipc/ipc-event');

/**
 * Answers a page's dialogs, which are not shown here. A prompt may be a page that waits for its sendSync.
 * @param {import('./page').Page} page
 * @param {import('../cdp/session').CdpSession} cdp
 */
function watchDialogs(page, cdp) {
  cdp.listen('Page.javascriptDialogOpening', ({ type, message }) => {
    if (type === 'prompt' && message.startsWith(`${names.nonce}-`)) {
      syncCalls.wait(message, (answer) => {
        cdp.post('Page.handleJavaScriptDialog', { accept: answer !== null, promptText: answer ?? '' });
      });
      return;
    }
    cdp.post('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' ? mayLeave() : type === 'alert' });
  });

  /** A page that objects to being left stays, unless the app overrules it, as in Electron. */
  function mayLeave() {
    if (page.forceClose) return true;
    const event = createEvent();
    page.emit('will-prevent-unload', event);
    if (!event.defaultPrevented) page.onStay();
    return event.defaultPrevented;
  }
}

exports.watchDialogs = watchDialogs;
