'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { respond } = require('../../lib/pages/respond');

for (const status of [204, 205, 304]) {
  test(`a ${status} has no body`, () => {
    const response = respond('GET', { status, headers: { ETag: '"1"' }, body: () => 'text' });
    assert.equal(response.status, status);
    assert.equal(response.body, null);
    assert.equal(response.headers.get('etag'), '"1"');
  });
}
