'use strict';

const { ipcMain } = require('electron');

/** Those of `answerUnheardSync` and of `WindowMessages`. */
const OWN_LISTENERS = 2;

/**
 * Whether somebody beside the host listens to a sendSync, wherever Electron lets them. To be asked while the window's
 * own event is dispatched: it comes before all others, so that listeners for one time are still there.
 * @param {Electron.WebContents} contents
 * @param {Electron.IpcMainEvent} event
 * @param {string} channel
 */
function isHeardElsewhere(contents, event, channel) {
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

module.exports = { isHeardElsewhere };
