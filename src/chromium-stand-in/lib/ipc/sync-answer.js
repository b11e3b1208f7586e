'use strict';
const codec = require('../codec');
const messageText = require('../codec/message-text');
const { syncCalls } = require('../browser/sync-calls');

/**
 * Lets a blocked page go on. An answer that is too large becomes an error object.
 * @param {string} id @param {unknown} value
 * @throws {Error} the value cannot be cloned; the page stays blocked
 */
function answerSync(id, value) {
  syncCalls.answer(id, textOf(value));
}

/** @param {unknown} value @returns {string} */
function textOf(value) {
  try {
    return messageText.write(codec.encode(value));
  } catch (error) {
    if (!(error instanceof messageText.MessageTooLargeError)) throw error;
    return messageText.write(codec.encode({ error: `Error: ${error.message}` }));
  }
}

exports.answerSync = answerSync;
