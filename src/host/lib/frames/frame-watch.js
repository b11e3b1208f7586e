'use strict';

const { webFrameMain } = require('electron');
const { snapshotOf } = require('./sender-snapshot');

/** Characters of an error's text: more of it would be no help, and the message about it must be small enough to be sent always. */
const LONGEST_TEXT = 2_000;

/** How long an iframe that was removed may be taken for alive: Electron has no event for it, so they are looked at. */
const POLL_MS = 500;

/**
 * Notices when frames come and go, and tells .NET of each in the order in which Electron does.
 * @param {Electron.WebContents} contents
 * @param {import('./frame-registry').FrameRegistry} frames
 * @param {import('../link').Link} link
 */
function watchFrames(contents, frames, link) {
  const { id } = contents;
  /** @param {Electron.WebFrameMain} frame */
  const introduce = (frame) => {
    const snapshot = frame.isDestroyed() ? null : snapshotOf(frame, { contents: id, processId: frame.processId, frameId: frame.routingId });
    if (snapshot !== null) {
      frames.introduce(snapshot);
    }
  };
  contents.on('frame-created', (_event, { frame }) => {
    // A window's main frame is announced with the window itself.
    if (frame !== null && !frame.isDestroyed() && frame.parent !== null) {
      introduce(frame);
      frame.on('dom-ready', () => link.control({ type: 'dom-ready', contents: id, treeNode: frame.frameTreeNodeId }));
    }
  });
  contents.on('dom-ready', () => link.control({ type: 'dom-ready', contents: id, treeNode: contents.mainFrame.frameTreeNodeId }));
  contents.on('did-frame-navigate', (_event, _url, _code, _status, isMainFrame, processId, frameId) => {
    const frame = webFrameMain.fromId(processId, frameId);
    const treeNode = frame?.frameTreeNodeId;
    // Also a navigation that keeps its renderer's frame (S87) is the end of the document that sent. The iframes of the page before go
    // with it.
    frames.remove((record) => record.contents === id && record.treeNode === treeNode, 'navigated');
    frames.remove((record) => record.contents === id && (isMainFrame || !isAlive(record)), 'removed');
    if (frame) {
      introduce(frame);
    }
  });
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    frames.remove((record) => record.contents === id, 'crashed');
    link.control({ type: 'render-process-gone', contents: id, reason, exitCode });
  });
  contents.on('preload-error', (_event, preload, { message, stack }) => {
    const [text = '', trace] = [message, stack].map((each) => each?.slice(0, LONGEST_TEXT));
    link.control({ type: 'preload-error', contents: id, preload, message: text, ...(trace && { stack: trace }) });
  });
  contents.once('destroyed', () => frames.remove((record) => record.contents === id, 'destroyed'));
}

/**
 * Looks after frames that can go without an event: iframes, documents that are only unloading, and all while calls are pending.
 * @param {import('./frame-registry').FrameRegistry} frames
 * @param {import('../ipc/pending-calls').PendingCalls} pending
 */
function pollFrames(frames, pending) {
  const timer = setInterval(() => {
    if (pending.size > 0 || frames.hasSilentFrames) {
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
