'use strict';

const { webFrameMain } = require('electron');
const { snapshotOf } = require('./sender-snapshot');

/** Characters of an error's text: more of it would be no help, and the message about it must be small enough to be sent always. */
const LONGEST_TEXT = 2_000;

/** How long an iframe that was removed may be taken for alive: Electron has no event for it, so they are looked at. */
const POLL_MS = 500;

/**
 * Notices when frames come, go and change their address. .NET is told in the order of Electron's events, and of the frame's own messages.
 * @param {Electron.WebContents} contents
 * @param {import('./frame-registry').FrameRegistry} frames
 * @param {import('../link').Link} link
 */
function watchFrames(contents, frames, link) {
  const { id } = contents;
  contents.on('frame-created', (_event, { frame }) => {
    // A window's main frame is announced with the window itself.
    if (frame !== null && !frame.isDestroyed() && frame.parent !== null) {
      introduce(frame, contents, frames);
      frame.on('dom-ready', () => reportDomReady(frame));
    }
  });
  contents.on('dom-ready', () => reportDomReady(contents.mainFrame));
  contents.on('did-frame-navigate', (_event, _url, _code, _status, isMainFrame, processId, frameId) => {
    const frame = webFrameMain.fromId(processId, frameId);
    const treeNode = frame?.frameTreeNodeId;
    // Also a navigation that keeps its renderer's frame (S87) is the end of the document that sent.
    frames.remove((record) => record.contents === id && record.treeNode === treeNode, 'navigated');
    removeChildren(isMainFrame);
    introduce(frame, contents, frames, 'did-frame-navigate');
  });
  contents.on('did-navigate-in-page', (_event, _url, _isMainFrame, processId, frameId) => {
    introduce(webFrameMain.fromId(processId, frameId), contents, frames, 'did-navigate-in-page');
  });
  // The only event for an error page of Chromium, which takes the place of the document and may have its ids. The event also comes, without a
  // description, for a document that stays and whose own load was stopped; and, without a frame, for an address that is not one.
  contents.on('did-fail-load', (_event, _code, description, _url, isMainFrame, processId, frameId) => {
    const isErrorPage = description !== '' && frameId !== undefined;
    const frame = isErrorPage ? webFrameMain.fromId(processId, frameId) : null;
    if (frame) {
      frames.remove((record) => record.contents === id && record.treeNode === frame.frameTreeNodeId, 'navigated');
      removeChildren(isMainFrame);
      introduce(frame, contents, frames);
    }
  });
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    frames.remove((record) => record.contents === id, 'crashed');
    link.control({ type: 'render-process-gone', contents: id, reason, exitCode });
  });
  contents.on('preload-error', (_event, preload, { message, stack }) => {
    const [text = '', trace] = [message, stack].map((each) => each?.slice(0, LONGEST_TEXT));
    link.control({ type: 'preload-error', contents: id, preload, message: text, ...(trace && { stack: trace }) }, numberOf(contents.mainFrame, frames));
  });
  contents.once('destroyed', () => frames.remove((record) => record.contents === id, 'destroyed'));

  /** @param {Electron.WebFrameMain} frame */
  function reportDomReady(frame) {
    link.control({ type: 'dom-ready', contents: id, treeNode: frame.frameTreeNodeId }, numberOf(frame, frames));
  }

  /** The iframes of a document go with it. @param {boolean} all Whether it was the page's. */
  function removeChildren(all) {
    frames.remove((record) => record.contents === id && (all || !isAlive(record)), 'removed');
  }
}

/** The number of a frame; undefined if it has none. @param {Electron.WebFrameMain} frame @param {import('./frame-registry').FrameRegistry} frames */
function numberOf(frame, frames) {
  return frame.isDestroyed() ? undefined : frames.numberOf({ processId: frame.processId, frameId: frame.routingId });
}

/**
 * Tells a .NET process that has just connected what the frames show: a page that sends nothing would stay unknown.
 * @param {Electron.WebContents} contents
 * @param {import('./frame-registry').FrameRegistry} frames
 */
function announceFrames(contents, frames) {
  const { mainFrame } = contents;
  // A window that has loaded nothing yet has no document.
  if (!mainFrame.isDestroyed() && mainFrame.url !== '') {
    mainFrame.framesInSubtree.forEach((frame) => introduce(frame, contents, frames));
  }
}

/**
 * @param {Electron.WebFrameMain | null | undefined} frame
 * @param {Electron.WebContents} contents
 * @param {import('./frame-registry').FrameRegistry} frames
 * @param {import('./frame-registry').NavigationEvent} [event] Which event told of it.
 */
function introduce(frame, contents, frames, event) {
  if (!frame || frame.isDestroyed()) {
    return;
  }
  const snapshot = snapshotOf(frame, contents, { processId: frame.processId, frameId: frame.routingId });
  if (snapshot !== null) {
    frames.introduce(snapshot, event);
  }
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

module.exports = { watchFrames, announceFrames, pollFrames, numberOf };
