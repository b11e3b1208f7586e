'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { DEFAULTS } = require('../../lib/configuration');
const { takeSnapshot } = require('../../lib/frames/sender-snapshot');
const { ownOrigins, isAllowedSender, readPolicies } = require('../../lib/frames/sender-policy');
const { originOf } = require('../../lib/security/origin-of');

/** A frame with the members that are read. @param {object} members @returns {any} */
function frame(members) {
  return {
    frameTreeNodeId: 7, frameToken: 'T', url: 'app://local/', origin: 'app://local', name: '', visibilityState: 'visible', osProcessId: 77,
    detached: false, parent: null, frames: [], processId: 5, routingId: 3, isDestroyed: () => false, ...members,
  };
}

/** @param {any} senderFrame @param {any} [mainFrame] What the window shows. @returns {any} */
function event(senderFrame, mainFrame = frame({ routingId: 99 })) {
  return { sender: { id: 1, mainFrame }, processId: 5, frameId: 3, senderFrame };
}

test('a snapshot has what policy and handlers read', () => {
  assert.deepEqual(takeSnapshot(event(frame({ name: 'main' }))), {
    contents: 1, processId: 5, frameId: 3, treeNode: 7, token: 'T', url: 'app://local/', origin: 'app://local', name: 'main',
    visibility: 'visible', osProcessId: 77, isMainFrame: true, detached: false, parents: [],
  });
});

test('an iframe brings its ancestors, nearest first', () => {
  const top = frame({ frameTreeNodeId: 1, url: 'app://local/top' });
  const middle = frame({ frameTreeNodeId: 2, url: 'https://b.example/', origin: 'https://b.example', parent: top });
  const snapshot = takeSnapshot(event(frame({ parent: middle })));
  assert.equal(snapshot?.isMainFrame, false);
  assert.deepEqual(snapshot?.parents, [
    { treeNode: 2, url: 'https://b.example/', origin: 'https://b.example' },
    { treeNode: 1, url: 'app://local/top', origin: 'app://local' },
  ]);
});

test('a detached frame is one that its place in the tree does not show: it is only unloading (S99)', () => {
  assert.equal(takeSnapshot(event(frame({ detached: true })))?.detached, true);
  const sameFrameElsewhere = frame({ processId: 6 });
  assert.equal(takeSnapshot(event(frame({ detached: true }), sameFrameElsewhere))?.detached, true);
  assert.equal(takeSnapshot(event(frame({ detached: true, parent: frame({ frames: [sameFrameElsewhere] }) })))?.detached, true);
});

test('a frame that is shown again after a crash is not detached, although Electron 33 to 44 say so (S103)', () => {
  const main = frame({ detached: true });
  assert.equal(takeSnapshot(event(main, main))?.detached, false);
  const gone = frame({ isDestroyed: () => true });
  Object.defineProperty(gone, 'processId', { get() { throw new Error('Render frame was disposed before WebFrameMain could be accessed'); } });
  const inner = frame({ detached: true });
  inner.parent = frame({ frames: [gone, inner] });
  assert.equal(takeSnapshot(event(inner))?.detached, false);
});

test('there is no snapshot of a frame that is gone, or goes while it is read', () => {
  assert.equal(takeSnapshot(event(null)), null);
  const disposed = frame({});
  Object.defineProperty(disposed, 'url', { get() { throw new Error('Render frame was disposed before WebFrameMain could be accessed'); } });
  assert.equal(takeSnapshot(event(disposed)), null);
});

const development = { ...DEFAULTS, development: true, allowedOrigins: ['http://localhost:5173'] };
/** @param {object} members @param {import('../../lib/configuration').Configuration} [configuration] @param {unknown} [policies] */
function isAllowed(members, configuration = DEFAULTS, policies = undefined) {
  const snapshot = takeSnapshot(event(frame(members)));
  return snapshot !== null && isAllowedSender(snapshot, ownOrigins('app', configuration), readPolicies(policies));
}

test('only the main frame of the own origin may send', () => {
  assert.equal(isAllowed({}), true);
  assert.equal(isAllowed({ detached: true }), true, 'a page that is leaving may still save');
  assert.equal(isAllowed({ parent: frame({}) }), false);
  for (const origin of ['null', '', 'file://', 'app://other', 'app://local.evil', 'https://local', 'http://localhost:5173']) {
    assert.equal(isAllowed({ origin }), false, origin);
  }
});

test('the origin counts, not the url', () => {
  assert.equal(isAllowed({ origin: 'null', url: 'app://local/' }), false);
});

test('in development, and only there, the configured origins are own ones', () => {
  assert.equal(isAllowed({ origin: 'http://localhost:5173' }, development), true);
  assert.equal(isAllowed({ origin: 'http://localhost:5174' }, development), false);
  assert.equal(isAllowed({ origin: 'http://localhost:5173' }, { ...development, development: false }), false);
});

test('where a navigation leads to', () => {
  assert.equal(originOf('app://local/a?b#c'), 'app://local');
  assert.equal(originOf('app://local.evil/'), 'app://local.evil');
  assert.equal(originOf('https://a.example:8443/x'), 'https://a.example:8443');
  for (const url of ['about:blank', 'data:text/html,x', 'javascript:1', 'no url', '']) {
    assert.equal(originOf(url), 'null', url);
  }
});

/** @param {object} members @param {object[]} policies */
const isAllowedBy = (members, ...policies) => isAllowed(members, DEFAULTS, policies);

test('a channel accepts who any of its registrations accepts', () => {
  const subFrames = { anySender: false, subFrames: true, origins: [] };
  const partner = { anySender: false, subFrames: false, origins: ['https://partner.example'] };
  const fromPartner = { origin: 'https://partner.example' };
  assert.equal(isAllowedBy({ parent: frame({}) }, subFrames), true);
  assert.equal(isAllowedBy({ parent: frame({}), ...fromPartner }, subFrames), false);
  assert.equal(isAllowedBy(fromPartner, partner), true);
  assert.equal(isAllowedBy({ parent: frame({}), ...fromPartner }, partner), false);
  assert.equal(isAllowedBy({ parent: frame({}), ...fromPartner }, partner, subFrames), false, 'two policies do not make a third');
  assert.equal(isAllowedBy({ parent: frame({}), ...fromPartner }, { ...partner, subFrames: true }), true);
  assert.equal(isAllowedBy({ parent: frame({}), origin: 'null' }, { anySender: true, subFrames: true, origins: [] }), true);
});

test('a policy that cannot be understood accepts nobody', () => {
  for (const policy of [null, 5, {}, { anySender: true }, { anySender: 'yes', subFrames: 1, origins: ['null', 7] }]) {
    assert.equal(isAllowedBy({ origin: 'null' }, /** @type {any} */ (policy)), false);
  }
  assert.equal(isAllowed({}, DEFAULTS, []), false);
});
