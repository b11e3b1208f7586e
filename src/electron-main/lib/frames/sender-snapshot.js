'use strict';

/**
 * The sender at the moment its message arrived. In .NET every look at a frame would be a late one (S106), so all that policy and handlers
 * may want to know travels with the message.
 * @typedef {object} SenderSnapshot
 * @property {number} contents
 * @property {number} processId
 * @property {number} frameId
 * @property {number} treeNode
 * @property {string} token
 * @property {string} url
 * @property {string} origin As committed; never derived from the url (S105).
 * @property {string} name
 * @property {string} visibility
 * @property {number} osProcessId
 * @property {boolean} isMainFrame
 * @property {boolean} detached
 * @property {Ancestor[]} parents Nearest first.
 *
 * @typedef {{ treeNode: number, url: string, origin: string }} Ancestor
 */

/**
 * Must be called while the event is dispatched.
 * @param {Electron.IpcMainEvent | Electron.IpcMainInvokeEvent} event
 * @returns {SenderSnapshot | null} null if the frame is gone
 */
function takeSnapshot(event) {
  const frame = event.senderFrame;
  return frame && snapshotOf(frame, event.sender, { processId: event.processId, frameId: event.frameId });
}

/**
 * @param {Electron.WebFrameMain} frame
 * @param {Electron.WebContents} contents
 * @param {{ processId: number, frameId: number }} ids
 * @returns {SenderSnapshot | null} null if the frame is gone
 */
function snapshotOf(frame, contents, ids) {
  try {
    const parents = ancestorsOf(frame);
    return {
      contents: contents.id,
      ...ids,
      treeNode: frame.frameTreeNodeId,
      token: frame.frameToken,
      url: frame.url,
      origin: frame.origin,
      name: frame.name,
      visibility: frame.visibilityState,
      osProcessId: frame.osProcessId,
      isMainFrame: parents.length === 0,
      detached: frame.detached && !isShown(frame, contents, ids),
      parents,
    };
  } catch {
    return null; // The frame was disposed between two reads (S101).
  }
}

/**
 * Whether a frame is the one that its place in the tree shows. `detached` alone does not tell: in Electron 33 to 44 it stays true on the main
 * frame of a page whose renderer has crashed (electron#53102), although the same frame is of use again after a reload (S103). The frame of a
 * document that is only unloading (S99) has other ids than the frame that has taken its place.
 * @param {Electron.WebFrameMain} frame
 * @param {Electron.WebContents} contents
 * @param {{ processId: number, frameId: number }} ids
 */
function isShown(frame, contents, { processId, frameId }) {
  const shown = frame.parent === null ? [contents.mainFrame] : frame.parent.frames;
  return shown.some((each) => !each.isDestroyed() && each.processId === processId && each.routingId === frameId);
}

/** @param {Electron.WebFrameMain} frame */
function ancestorsOf(frame) {
  /** @type {Ancestor[]} */
  const ancestors = [];
  for (let parent = frame.parent; parent !== null; parent = parent.parent) {
    ancestors.push({ treeNode: parent.frameTreeNodeId, url: parent.url, origin: parent.origin });
  }
  return ancestors;
}

module.exports = { takeSnapshot, snapshotOf };
