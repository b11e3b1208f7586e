'use strict';

const { test } = require('node:test');
const assert = require('node:assert/strict');
const { FrameRegistry } = require('../../lib/frames/frame-registry');

/** @param {object} [changes] */
function snapshot(changes) {
  return {
    contents: 1, processId: 1, frameId: 1, treeNode: 1, token: 't', url: 'app://local/', origin: 'app://local', name: '', visibility: 'visible',
    osProcessId: 0, isMainFrame: true, detached: false, parents: [], ...changes,
  };
}

/** @param {object} [changes] */
function registryWith(changes) {
  const registry = new FrameRegistry(/** @type {any} */ ({ send: () => 'queued', control: () => 'queued' }), () => {});
  registry.introduce(snapshot(changes));
  return registry;
}

test('only frames whose end has no event must be looked at', () => {
  assert.equal(registryWith().hasSilentFrames, false);
  assert.equal(registryWith({ isMainFrame: false }).hasSilentFrames, true);
});

test('a document that sends while it is unloading must be looked at (S99)', () => {
  assert.equal(registryWith({ detached: true }).hasSilentFrames, true);
});
