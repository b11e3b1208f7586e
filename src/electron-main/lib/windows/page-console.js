'use strict';

const { LIMITS } = require('../limits');

/** The levels of a console, the least one first. */
const LEVELS = ['debug', 'info', 'warning', 'error'];

/** Counts what a page causes: a number of lines at once, and then one now and then. */
class Allowance {
  /** @type {number} */
  #left = LIMITS.consoleBurst;
  #time;
  #now;

  /** @param {() => number} now Milliseconds. */
  constructor(now) {
    this.#now = now;
    this.#time = now();
  }

  /** Takes one line. @returns {'yes' | 'last' | 'no'} 'last': from now on some are left out. */
  take() {
    const refilled = Math.floor((this.#now() - this.#time) / LIMITS.consoleRefillMs);
    this.#time += refilled * LIMITS.consoleRefillMs;
    this.#left = Math.min(LIMITS.consoleBurst, this.#left + refilled);
    if (this.#left === 0) {
      return 'no';
    }
    this.#left -= 1;
    return this.#left === 0 ? 'last' : 'yes';
  }
}

/**
 * Tells .NET what a page writes to its console, and the errors that nothing in it catches, from the level on that .NET wants.
 * @param {Electron.WebContents} contents
 * @param {import('../link').Link} link
 * @param {() => string | null} threshold
 * @param {() => number} [now]
 */
function reportConsole(contents, link, threshold, now = () => performance.now()) {
  const { id } = contents;
  const allowance = new Allowance(now);
  contents.on('console-message', ({ level, message, lineNumber, sourceId }) => {
    const least = threshold();
    if (least === null || LEVELS.indexOf(level) < LEVELS.indexOf(least) || sourceId.startsWith('devtools://')) {
      return;
    }
    const allowed = allowance.take();
    if (allowed === 'no') {
      return;
    }
    const text = cut(message, LIMITS.consoleMessageLength);
    const shown = allowed === 'last' ? `${text} (more of this window is left out for now)` : text;
    const source = cut(sourceId, LIMITS.consoleAddressLength);
    link.report({ type: 'console', contents: id, level, message: shown, source, line: lineNumber });
  });
}

/** @param {string} text @param {number} length */
function cut(text, length) {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}

module.exports = { reportConsole, LEVELS };
