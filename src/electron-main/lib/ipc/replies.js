'use strict';

const { readReply } = require('../messages');
const { firstLine } = require('../start/setup-error');

/**
 * Hands an answer of .NET to the page that waits for it. An answer that is no longer awaited is dropped: its frame is gone, or its
 * deadline has passed.
 * @param {import('./pending-calls').PendingCalls} pending
 * @param {number} id
 * @param {Buffer} payload
 */
function settle(pending, id, payload) {
  const call = pending.take(id);
  if (call === undefined) {
    return;
  }
  let reply;
  try {
    reply = readReply(payload);
  } catch (error) {
    call.fail(`Error: The answer cannot be read (${firstLine(error)})`);
    return;
  }
  if (reply.failed) {
    call.fail(reply.text, true); // .NET has logged what failed there
  } else {
    call.succeed(reply.value);
  }
}

module.exports = { settle };
