'use strict';

const assert = require('node:assert/strict');
const { EventEmitter } = require('node:events');
const { test } = require('node:test');
const { electron } = require('../support/stub-electron');

/** The frames that Electron knows, by their ids. @type {Map<string, any>} */
const known = new Map();
electron.webFrameMain = {
  fromId(/** @type {number} */ processId, /** @type {number} */ frameId) {
    if (!Number.isInteger(processId) || !Number.isInteger(frameId)) {
      throw new TypeError('Error processing argument');
    }
    return known.get(`${processId}/${frameId}`);
  },
};
const { FrameRegistry } = require('../../lib/frames/frame-registry');
const { watchFrames } = require('../../lib/frames/frame-watch');

/** A window with one frame, and what .NET is told of it. */
function watched() {
  /** @type {any[]} */
  const told = [];
  const frame = {
    processId: 5, routingId: 3, frameTreeNodeId: 7, url: 'app://local/', origin: 'app://local', parent: null, isDestroyed: () => false,
  };
  known.clear();
  known.set('5/3', frame);
  const contents = /** @type {any} */ (Object.assign(new EventEmitter(), { id: 1, mainFrame: frame }));
  const link = {
    send: (/** @type {any[]} */ ...[, lane, , payload]) => (told.push([lane, JSON.parse(String(payload)).url]), 'queued'),
    control: (/** @type {any} */ { type, frame: number }, /** @type {number | undefined} */ place) => (told.push([type, number ?? null, place]), 'queued'),
  };
  const frames = new FrameRegistry(/** @type {any} */ (link), () => {}, () => {});
  watchFrames(contents, frames, /** @type {any} */ (link));
  contents.emit('did-frame-navigate', {}, frame.url, 200, 'OK', true, 5, 3);
  assert.deepEqual(told.splice(0), [[1, 'app://local/']]);
  return { contents, frame, told };
}

test('an error page ends the document that was there, also where it has its ids', () => {
  const { contents, frame, told } = watched();
  Object.assign(frame, { url: 'https://nowhere.invalid/', origin: 'null' });
  contents.emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', 'https://nowhere.invalid/', true, 5, 3);
  assert.deepEqual(told.splice(0), [['frame-gone', 1, 1], [2, 'https://nowhere.invalid/']]);
  contents.emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', 'https://nowhere.invalid/', true, 5, 3);
  assert.deepEqual(told, [['frame-gone', 2, 2], [3, 'https://nowhere.invalid/']], 'the error page was loaded again, and failed again');
});

test('a document whose own load was stopped stays', () => {
  const { contents, told } = watched();
  contents.emit('did-fail-load', {}, -3, '', 'app://local/', true, 5, 3);
  assert.deepEqual(told, []);
});

test('a load that never began, or was given up, leaves the document', () => {
  const { contents, told } = watched();
  contents.emit('did-fail-load', {}, -300, 'ERR_INVALID_URL', 'not an address', true);
  contents.emit('did-fail-provisional-load', {}, -3, 'ERR_ABORTED', 'app://local/never', true, 5, 3);
  assert.deepEqual(told, []);
});

test('dom-ready and preload-error have their place among the messages of their frame', () => {
  const { contents, told } = watched();
  contents.emit('dom-ready');
  contents.emit('preload-error', {}, 'preload.js', new Error('no'));
  assert.deepEqual(told, [['dom-ready', null, 1], ['preload-error', null, 1]]);
});
