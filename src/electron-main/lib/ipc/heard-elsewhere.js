'use strict';

const { ipcMain } = require('electron');

/** Listeners of the host on each of the two events: those of `answerUnheardSync` or `UnheardMessages`, and of `WindowMessages`. */
const OWN_LISTENERS = 2;

/**
 * Whether the app's own JavaScript, or .NET, listens to a message, wherever Electron lets them. Call it while the window's own event is
 * dispatched: it comes before all others, so that listeners for one time are still there.
 * @param {Electron.WebContents} contents
 * @param {Electron.IpcMainEvent} event
 * @param {string} channel
 * @param {'ipc-message' | 'ipc-message-sync'} [windowEvent]
 */
function isHeardElsewhere(contents, event, channel, windowEvent = 'ipc-message-sync') {
  return contents.listenerCount(windowEvent) > OWN_LISTENERS || hasListener(contents, event.senderFrame, channel);
}

/**
 * @param {Electron.WebContents} contents
 * @param {Electron.WebFrameMain | null} frame
 * @param {string} channel
 */
function hasListener(contents, frame, channel) {
  // Each emitter has a listener of its own on 'error', which answers nothing (S14, S73).
  const silent = channel === 'error' ? 1 : 0;
  /** @type {NodeJS.EventEmitter[]} */
  const emitters = [ipcMain, contents.ipc, ...(frame === null ? [] : [frame.ipc])];
  return emitters.some((emitter) => emitter.listenerCount(channel) > silent);
}

module.exports = { isHeardElsewhere, hasListener };
