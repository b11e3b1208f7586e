'use strict';
const codec = require('../codec');
const { syncCalls } = require('../browser/sync-calls');

/**
 * Lets a blocked page go on.
 * @param {string} id @param {unknown} value
 * @throws {Error} the value cannot be cloned; the page stays blocked
 */
function answerSync(id, value) {
  syncCalls.answer(id, JSON.stringify(codec.encode(value)));
}

exports.answerSync = answerSync;
