'use strict';
const { browser } = require('../browser/browser');
const { createEvent } = require('../ipc/ipc-event');

/** @typedef {import('devtools-protocol/types/protocol').Protocol.Runtime.RemoteObject} RemoteObject */
/** @typedef {'debug' | 'info' | 'warning' | 'error'} Level */

/** @type {Level[]} numbered as in the event's deprecated argument */
const levels = ['debug', 'info', 'warning', 'error'];
/** @type {Record<string, Level>} */
const levelOfCall = { error: 'error', assert: 'error', warning: 'warning', debug: 'debug' };

/** @param {RemoteObject} argument */
function textOf({ type, subtype, value, unserializableValue, description }) {
  if (subtype === 'null') return 'null';
  if (value !== undefined && typeof value !== 'object') return String(value);
  return unserializableValue ?? description ?? type;
}

/**
 * Emits `console-message` for what a page's scripts print and throw.
 * @param {import('./page').Page} page
 * @param {import('../cdp/session').CdpSession} cdp
 */
function watchConsole(page, cdp) {
  /** @param {Level} level @param {string} message @param {number} line @param {string} sourceId */
  function report(level, message, line, sourceId) {
    if (page.destroyed) return;
    if (browser.switches.has('enable-logging') || process.env.ELECTRON_ENABLE_LOGGING) process.stderr.write(`[renderer] ${message}\n`);
    const details = { level, message, lineNumber: line, sourceId, frame: page.tree.root.frame };
    page.emit('console-message', createEvent(details), levels.indexOf(level), message, line, sourceId);
  }

  cdp.listen('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const caller = stackTrace?.callFrames[0];
    report(levelOfCall[type] ?? 'info', args.map(textOf).join(' '), caller ? caller.lineNumber + 1 : 0, caller?.url ?? '');
  });
  cdp.listen('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text, lineNumber, url } }) => {
    report('error', `Uncaught ${exception?.description ?? text}`, lineNumber + 1, url ?? '');
  });
}

exports.watchConsole = watchConsole;
