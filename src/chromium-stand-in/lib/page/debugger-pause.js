'use strict';
const { syncCalls } = require('../browser/sync-calls');

/** @typedef {import('devtools-protocol/types/protocol').Protocol.Debugger.PausedEvent} PausedEvent */

/**
 * The last of the ways to block a page: it stands in `byDebugger`, and its answer is set in there.
 * @param {import('./page-session').PageSession} session
 * @param {PausedEvent} event
 */
function answerPause(session, { callFrames: [top] }) {
  const { cdp } = session;
  const id = top?.functionName === 'byDebugger' && syncCalls.latestUnclaimed((context) => context.session === session);
  if (!top || !id) {
    cdp.post('Debugger.resume'); // a `debugger` statement of the page
    return;
  }
  session.paused = true;
  syncCalls.wait(id, async (part, isLast) => {
    const expression = `electronBlockingAnswer = ${JSON.stringify(part ?? undefined)}`;
    // Chromium may run `resume` first if both are sent together
    await cdp.send('Debugger.evaluateOnCallFrame', { callFrameId: top.callFrameId, expression, silent: true }).catch(() => {});
    cdp.post('Debugger.resume');
    if (isLast) session.resumed(); // else the page stops again at once, for the next part
  });
}

exports.answerPause = answerPause;
