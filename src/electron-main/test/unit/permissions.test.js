'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { denyPermissionsOfOwn } = require('../../lib/security/permissions');

const OWN = 'app://local';
const THEIRS = 'https://example.com';

/** The two handlers that a session gets. */
function handlers() {
  /** @type {any} */
  const session = {
    setPermissionRequestHandler(/** @type {Function} */ handler) { session.request = handler; },
    setPermissionCheckHandler(/** @type {Function} */ handler) { session.check = handler; },
  };
  denyPermissionsOfOwn(session, (origin) => origin === OWN);
  return {
    request: (/** @type {string} */ page, /** @type {string} */ requestingUrl) => {
      let granted;
      session.request({ mainFrame: { origin: page } }, 'geolocation', (/** @type {boolean} */ given) => { granted = given; }, { requestingUrl });
      return granted;
    },
    /** @param {string | null} page @param {string} origin @param {{ permission?: string, embeddingOrigin?: string }} [more] */
    check: (page, origin, { permission = 'geolocation', ...details } = {}) =>
      session.check(page === null ? null : { mainFrame: { origin: page } }, permission, origin, details),
  };
}

test('a guest refuses what its own pages and the frames in them ask for', () => {
  const { request, check } = handlers();
  for (const url of [`${OWN}/`, 'about:srcdoc', 'about:blank', `${THEIRS}/`]) {
    assert.equal(request(OWN, url), false, url);
  }
  assert.equal(request(THEIRS, `${OWN}/`), false);
  for (const origin of [`${OWN}/`, 'null', '', `${THEIRS}/`]) {
    assert.equal(check(OWN, origin), false, origin);
  }
  assert.equal(check(null, `${OWN}/`), false);
  assert.equal(check(null, `${THEIRS}/`, { embeddingOrigin: `${OWN}/` }), false, 'Electron names no contents for frames of other origins');
});

test('and gives other pages what Electron gives without a handler', () => {
  const { request, check } = handlers();
  assert.equal(request(THEIRS, `${THEIRS}/`), true);
  assert.equal(request(THEIRS, 'about:srcdoc'), true);
  assert.equal(check(THEIRS, `${THEIRS}/`), true);
  assert.equal(check(null, `${THEIRS}/`), true);
  assert.equal(check(THEIRS, `${THEIRS}/`, { permission: 'deprecated-sync-clipboard-read' }), false);
});
