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
  const registry = new FrameRegistry(/** @type {any} */ ({ send: () => 'queued', control: () => 'queued' }), () => {}, () => {});
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
  const registry = new FrameRegistry(/** @type {any} */ (link), () => {}, () => {});
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
  assert.deepEqual([registry.numberOf({ processId: 1, frameId: 1 }), registry.numberOf({ processId: 1, frameId: 2 })], [1, undefined]);
});

test('a navigation of which .NET cannot be told is reported, and told with the next message or navigation', () => {
  /** @type {string[]} */
  const sent = [];
  /** @type {string[]} */
  const refusals = [];
  let result = 'queue-full';
  const link = {
    send: (/** @type {unknown[]} */ ...[, , , payload]) => (sent.push(JSON.parse(String(payload)).url), result),
    explain: () => 'much waits',
  };
  const registry = new FrameRegistry(/** @type {any} */ (link), () => {}, (text) => refusals.push(text));
  const here = snapshot({ url: 'app://local/here' });
  registry.introduce(here, 'did-navigate-in-page');
  registry.introduce(here);
  assert.deepEqual(refusals, [
    ".NET was not told of the address 'app://local/here' (did-navigate-in-page): much waits.",
    ".NET was not told of the address 'app://local/here': much waits.",
  ]);
  result = 'queued';
  registry.announce({ number: 1, snapshot: here });
  registry.announce({ number: 1, snapshot: here });
  assert.equal(sent.length, 3);
  result = 'closed';
  registry.introduce(snapshot(), 'did-frame-navigate');
  assert.equal(refusals.length, 2, 'without a connection there is nothing to report');
});

test('what concerns a frame has its place in the control lane and among the messages of the frame', () => {
  /** @type {unknown[]} */
  const sent = [];
  const link = {
    send: (/** @type {unknown[]} */ ...[, lane, , , options]) => (sent.push([lane, options]), 'queued'),
    control: (/** @type {any} */ { type }, /** @type {unknown} */ frame) => (sent.push([type, frame]), 'queued'),
  };
  const registry = new FrameRegistry(/** @type {any} */ (link), () => {}, () => {});
  registry.announce({ number: registry.identify(/** @type {any} */ ({ sender: { id: 1, mainFrame: null }, processId: 1, frameId: 1,
    senderFrame: { ...snapshot(), frameTreeNodeId: 1, parent: null } }))?.number ?? 0, snapshot: snapshot() });
  registry.announce({ number: 1, snapshot: snapshot({ name: 'renamed' }) });
  registry.introduce(snapshot(), 'did-navigate-in-page');
  registry.remove(() => true, 'navigated');
  assert.deepEqual(sent, [[1, { alsoIn: 0 }], [1, { alsoIn: 1 }], [1, { alsoIn: 0 }], ['frame-gone', 1]]);
});
