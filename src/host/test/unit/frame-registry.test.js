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

test('a navigation is told each time, with its event, and the next message tells the frame again only if it differs', () => {
  /** @type {unknown[]} */
  const sent = [];
  const link = { send: (/** @type {unknown[]} */ ...[, number, , payload]) => (sent.push([number, JSON.parse(String(payload))]), 'queued'), control() {} };
  const registry = new FrameRegistry(/** @type {any} */ (link), () => {});
  const here = snapshot({ url: 'app://local/here' });
  registry.introduce(snapshot(), 'did-frame-navigate');
  registry.introduce(here, 'did-navigate-in-page');
  registry.introduce(here, 'did-navigate-in-page');
  registry.announce({ number: 1, snapshot: here });
  registry.announce({ number: 1, snapshot: { ...here, name: 'renamed' } });
  assert.deepEqual(sent, [
    [1, { ...snapshot(), event: 'did-frame-navigate' }],
    [1, { ...here, event: 'did-navigate-in-page' }],
    [1, { ...here, event: 'did-navigate-in-page' }],
    [1, { ...here, name: 'renamed' }],
  ]);
  assert.deepEqual([registry.knows(1, 1), registry.knows(1, 2)], [true, false]);
});
