'use strict';
const { browser } = require('../browser/browser');
const { createEvent } = require('../ipc/ipc-event');
const { toApp } = require('../protocol/aliases');

/** @typedef {import('devtools-protocol/types/protocol').Protocol.Runtime.RemoteObject} RemoteObject */
/** @typedef {'debug' | 'info' | 'warning' | 'error'} Level */

/** @type {Level[]} numbered as in the event's deprecated argument */
const levels = ['debug', 'info', 'warning', 'error'];
/** @type {Record<import('devtools-protocol/types/protocol').Protocol.Log.LogEntry['level'], Level>} */
const levelOfEntry = { verbose: 'debug', info: 'info', warning: 'warning', error: 'error' };
/** @type {Record<string, Level>} */
const levelOfCall = { error: 'error', assert: 'error', warning: 'warning', debug: 'debug' };

/** Chromium's text of a console message has errors without their stacks. @param {RemoteObject} argument */
function textOf({ type, subtype, value, unserializableValue, description }) {
  if (subtype === 'null') return 'null';
  if (subtype === 'error') return (description ?? '').split('\n    at ', 1)[0];
  if (value !== undefined && typeof value !== 'object') return String(value);
  return unserializableValue ?? description ?? type;
}

/** @param {string} text */
function withAppAddresses(text) {
  return text.replace(/https?:\/\/[^\s'"<>()]+/g, toApp);
}

/**
 * Emits `console-message` for what the scripts of a renderer print and throw.
 * @param {import('./page-session').PageSession} session
 */
function watchConsole(session) {
  const { page, cdp } = session;

  /** @param {number | undefined} context of the script @param {Level} level @param {string} message @param {number} line @param {string} sourceId */
  function report(context, level, message, line, sourceId) {
    if (page.destroyed) return;
    [message, sourceId] = [withAppAddresses(message), toApp(sourceId)];
    if (browser.switches.has('enable-logging') || process.env.ELECTRON_ENABLE_LOGGING) process.stderr.write(`[renderer] ${message}\n`);
    const node = session.nodeOf(context) ?? page.tree.root;
    const details = { level, message, lineNumber: line, sourceId, frame: node.frame };
    page.emit('console-message', createEvent(details), levels.indexOf(level), message, line, sourceId);
  }

  cdp.listen('Runtime.consoleAPICalled', ({ type, args, stackTrace, executionContextId }) => {
    const caller = stackTrace?.callFrames[0];
    report(executionContextId, levelOfCall[type] ?? 'info', args.map(textOf).join(' '), caller ? caller.lineNumber + 1 : 0, caller?.url ?? '');
  });
  cdp.listen('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text, lineNumber, url, executionContextId } }) => {
    report(executionContextId, 'error', exception ? `${text} ${textOf(exception)}` : text, lineNumber + 1, url ?? '');
  });
  // What Chromium says itself, such as what a Content-Security-Policy has blocked. Of failed requests it tells developer tools alone.
  cdp.listen('Log.entryAdded', ({ entry: { source, level, text, lineNumber = -1, url = '' } }) => {
    if (source !== 'network') report(undefined, levelOfEntry[level], text, lineNumber + 1, url);
  });
  cdp.post('Log.enable');
}

exports.watchConsole = watchConsole;
