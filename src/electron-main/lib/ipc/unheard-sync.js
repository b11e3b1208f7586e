'use strict';

const { clean } = require('../log-text');
const { TEXT } = require('./failure');
const { isHeardElsewhere } = require('./heard-elsewhere');

/**
 * Answers a sendSync without a listener. Electron would leave the page frozen until a garbage collection (S70, S71).
 * It is asked first, before any listener of the channel, and steps back if there is one, wherever it is.
 * @param {Electron.WebContents} contents
 * @param {import('../log').Log} log
 * @param {import('./unheard-messages').UnheardMessages} unheard
 * @param {import('./window-messages').WindowMessages} messages
 */
function answerUnheardSync(contents, log, unheard, messages) {
  contents.on('ipc-message-sync', (event, channel) => {
    if (isHeardElsewhere(contents, event, channel) || messages.answersSync(contents.id, channel)) {
      return;
    }
    const text = `WebContents #${contents.id} called ipcRenderer.sendSync() with '${clean(channel)}' channel without listeners.`;
    log.counted('warning', 'unheard-sync', channel, text);
    unheard.unheardSync(contents, event, channel);
    event.returnValue = { error: TEXT.neverSent };
  });
}

module.exports = { answerUnheardSync };
