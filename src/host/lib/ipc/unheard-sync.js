'use strict';

const { ipcMain } = require('electron');
const { TEXT } = require('./failure');

/** This one, and that of `WindowMessages`. */
const OWN_LISTENERS = 2;

/**
 * Answers a sendSync that nobody listens to. Electron would leave the page frozen until a garbage collection (S70, S71).
 * It is asked first, before any listener of the channel, and steps back if there is one, wherever it is.
 * @param {Electron.WebContents} contents
 * @param {import('../log').Log} log
 * @param {import('./window-messages').WindowMessages} messages
 */
function answerUnheardSync(contents, log, messages) {
  contents.on('ipc-message-sync', (event, channel) => {
    if (isHeard(contents, event, channel) || messages.answersSync(contents.id, channel)) {
      return;
    }
    log.warning(`WebContents #${contents.id} called ipcRenderer.sendSync() with '${channel}' channel without listeners.`);
    event.returnValue = { error: TEXT.neverSent };
  });
}

/** @param {Electron.WebContents} contents @param {Electron.IpcMainEvent} event @param {string} channel */
function isHeard(contents, event, channel) {
  if (contents.listenerCount('ipc-message-sync') > OWN_LISTENERS) {
    return true;
  }
  // Each emitter has a listener of its own on 'error', which answers nothing (S14, S73).
  const silent = channel === 'error' ? 1 : 0;
  return emittersOf(contents, event).some((emitter) => emitter.listenerCount(channel) > silent);
}

/** @param {Electron.WebContents} contents @param {Electron.IpcMainEvent} event @returns {NodeJS.EventEmitter[]} */
function emittersOf(contents, event) {
  const frame = event.senderFrame;
  return [ipcMain, contents.ipc, ...(frame === null ? [] : [frame.ipc])];
}

module.exports = { answerUnheardSync };
