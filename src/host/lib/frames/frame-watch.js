'use strict';

const { webFrameMain } = require('electron');
const { snapshotOf } = require('./sender-snapshot');

/** How long an iframe that was removed may keep its pending calls: Electron has no event for it, so they are looked at. */
const POLL_MS = 500;

/**
 * Notices when frames go.
 * @param {Electron.WebContents} contents
 * @param {import('./frame-registry').FrameRegistry} frames
 */
function watchFrames(contents, frames) {
  const { id } = contents;
  contents.on('did-frame-navigate', (_event, _url, _code, _status, isMainFrame, processId, frameId) => {
    const frame = webFrameMain.fromId(processId, frameId);
    const treeNode = frame?.frameTreeNodeId;
    // Also a navigation that keeps its renderer's frame (S87) is the end of the document that sent.
    frames.remove((record) => record.contents === id && (isMainFrame || record.treeNode === treeNode), 'navigated');
    frames.remove((record) => record.contents === id && !isAlive(record), 'removed');
    const snapshot = frame && snapshotOf(frame, { contents: id, processId, frameId });
    if (snapshot) {
      frames.introduce(snapshot);
    }
  });
  contents.on('render-process-gone', () => frames.remove((record) => record.contents === id, 'crashed'));
  contents.once('destroyed', () => frames.remove((record) => record.contents === id, 'destroyed'));
}

/**
 * Looks after frames while calls are pending.
 * @param {import('./frame-registry').FrameRegistry} frames
 * @param {import('../ipc/pending-calls').PendingCalls} pending
 */
function pollFrames(frames, pending) {
  const timer = setInterval(() => {
    if (pending.size > 0) {
      frames.remove((record) => !isAlive(record), 'removed');
    }
  }, POLL_MS);
  timer.unref();
}

/** @param {{ processId: number, frameId: number }} record */
function isAlive({ processId, frameId }) {
  const frame = webFrameMain.fromId(processId, frameId);
  return Boolean(frame) && !(/** @type {Electron.WebFrameMain} */ (frame).isDestroyed());
}

module.exports = { watchFrames, pollFrames };
