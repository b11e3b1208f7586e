'use strict';

const { clean } = require('../log-text');
const { Failure } = require('./failure');

const START = "Error occurred in handler for '";
const END = "':";

/**
 * Electron writes a line to the console for each invoke that fails: the text of S54, then the error with its stack. What has failed in .NET
 * .NET logs, with the same text and the handler's stack; an unknown channel has a stack of Electron's own files only, and a name that the page
 * chose. So these lines go through the log, which limits their number, their length and their characters, and each failure is told once.
 * Errors of the app's own JavaScript handlers are Electron's as before.
 * @param {import('../log').Log} log
 * @param {{ unknownChannels: boolean }} which Whether unknown channels belong to the host, too.
 */
function takeOverCallErrors(log, { unknownChannels }) {
  const write = console.error;
  console.error = (/** @type {unknown[]} */ ...args) => {
    const [text, thrown] = args;
    const channel = typeof text === 'string' && text.startsWith(START) && text.endsWith(END) ? text.slice(START.length, -END.length) : null;
    if (channel !== null && thrown instanceof Failure) {
      if (!thrown.isTold) {
        tell(log, channel, thrown.text);
      }
    } else if (channel !== null && unknownChannels && isUnknown(channel, thrown)) {
      tell(log, channel, `Error: No handler registered for '${clean(channel)}'`);
    } else {
      write.apply(console, args);
    }
  };
}

/** @param {string} channel @param {unknown} thrown */
function isUnknown(channel, thrown) {
  const text = thrown instanceof Error ? thrown.message : thrown;
  return text === `No handler registered for '${channel}'`;
}

/** @param {import('../log').Log} log @param {string} channel @param {string} text */
function tell(log, channel, text) {
  log.counted('error', 'failed-invoke', channel, `${START}${clean(channel)}${END} ${text}`);
}

module.exports = { takeOverCallErrors };
