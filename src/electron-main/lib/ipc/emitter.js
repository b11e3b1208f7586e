'use strict';

const { webContents, webFrameMain } = require('electron');
const { readEmit, TARGET } = require('../messages');

/**
 * Sends a message of .NET to a frame. A target that is gone or unknown is no error: it can go while the message is on its way (S86).
 * @param {import('../frames/frame-registry').FrameRegistry} frames
 * @param {Buffer} payload
 */
function emit(frames, payload) {
  const { target, id, channel, args } = readEmit(payload);
  const frame = findTarget(frames, target, id);
  // Asked first, since Electron would write an error for a frame without a document (S79).
  if (frame && !frame.isDestroyed()) {
    frame.send(channel, ...args);
  }
}

/**
 * The frame that .NET means, if it is there.
 * @param {import('../frames/frame-registry').FrameRegistry} frames
 * @param {number} target
 * @param {number} id
 */
function findTarget(frames, target, id) {
  return target === TARGET.frame ? findFrame(frames, id) : findMainFrame(id);
}

/** @param {number} contentsId @returns {Electron.WebFrameMain | undefined} */
function findMainFrame(contentsId) {
  const contents = webContents.fromId(contentsId);
  return contents === undefined || contents.isDestroyed() ? undefined : contents.mainFrame;
}

/** @param {import('../frames/frame-registry').FrameRegistry} frames @param {number} number */
function findFrame(frames, number) {
  const record = frames.find(number);
  return record && webFrameMain.fromId(record.processId, record.frameId);
}

module.exports = { emit, findTarget };
