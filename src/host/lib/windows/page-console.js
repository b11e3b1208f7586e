'use strict';

/** The levels of a console, the least one first. */
const LEVELS = ['debug', 'info', 'warning', 'error'];
/** What a window may say at once, and how many milliseconds it takes to be allowed one line more. */
const BURST = 100;
const REFILL_MS = 1000;
const MAX_MESSAGE_LENGTH = 4000;
const MAX_ADDRESS_LENGTH = 400;

/** Counts what a page causes: a number of lines at once, and then one now and then. */
class Allowance {
  #left = BURST;
  #time;
  #now;

  /** @param {() => number} now Milliseconds. */
  constructor(now) {
    this.#now = now;
    this.#time = now();
  }

  /** Takes one line. @returns {'yes' | 'last' | 'no'} 'last': from now on some are left out. */
  take() {
    const refilled = Math.floor((this.#now() - this.#time) / REFILL_MS);
    this.#time += refilled * REFILL_MS;
    this.#left = Math.min(BURST, this.#left + refilled);
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
    const shown = allowed === 'last' ? `${cut(message, MAX_MESSAGE_LENGTH)} (more of this window is left out for now)` : cut(message, MAX_MESSAGE_LENGTH);
    const source = cut(sourceId, MAX_ADDRESS_LENGTH);
    link.report({ type: 'console', contents: id, level, message: shown, source, line: lineNumber });
  });
}

/** @param {string} text @param {number} length */
function cut(text, length) {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}

module.exports = { reportConsole };
