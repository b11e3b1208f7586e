'use strict';
const codec = require('../codec');
const { syncCalls } = require('../browser/sync-calls');
const { Session } = require('../session/session');
const { applyDecision } = require('../session/permissions');
const { systemMemory } = require('./system-memory');
const { answerSync } = require('./sync-answer');
const { crash } = require('../page/crash');

/** @typedef {import('../page/script-context').ScriptContext} ScriptContext */

/** @type {Record<string, (context: ScriptContext, details: any) => unknown>} */
const answers = {
  'window-open': ({ page }, details) => page.mayOpenWindow(details),
  document: ({ host }) => host.describe(),
  'system-memory': systemMemory,
};

/**
 * Questions of the page's runtime itself, which no app sees.
 * @param {ScriptContext} context @param {string} id @param {string} question @param {any} details
 */
function answerRuntime(context, id, question, details) {
  if (question === 'crash') {
    crash(context.page); // ends the wait
    return;
  }
  syncCalls.begin(id, context);
  answerSync(id, answers[question]?.(context, details));
}

/**
 * Like `answerRuntime`, for what may take its time.
 * @param {ScriptContext} context @param {number} id @param {[question: 'request' | 'check', permission: string, details?: object]} details
 */
async function decidePermission(context, id, details) {
  const { session } = context.page.options;
  try {
    const decision = await Session.permissionsOf(session).decide(context, ...details);
    await applyDecision(await Session.browserContextOf(session), decision);
  } finally {
    context.post(['r', id, codec.encode(undefined)]);
  }
}

exports.answerRuntime = answerRuntime;
exports.decidePermission = decidePermission;
