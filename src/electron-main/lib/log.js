'use strict';

const { clean, cleanStack, MESSAGE_LENGTH } = require('./log-text');
const { Occurrences } = require('./occurrences');

/** @typedef {'information' | 'warning' | 'error'} Level */

/**
 * One place for what the developer should read. .NET logs it if it is there; else it goes to stderr, so that nothing is lost and nothing
 * appears twice. Texts are made safe here; what a page could cause any number of times is `counted`, with the names in it cut by `clean`.
 */
class Log {
  #link;
  #occurrences = new Occurrences();

  /** @param {import('./link').Link} link */
  constructor(link) {
    this.#link = link;
  }

  /** @param {string} message */
  information(message) {
    this.#write('information', message);
  }

  /** @param {string} message */
  warning(message) {
    this.#write('warning', message);
  }

  /**
   * Writes the first, the tenth, the hundredth line of those with the same key.
   * @param {Level} level
   * @param {string} kind So that no kind of line can use up the room of another.
   * @param {string} key
   * @param {string} message
   */
  counted(level, kind, key, message) {
    const note = this.#occurrences.add(kind, key);
    if (note !== null) {
      this.#write(level, clean(message, MESSAGE_LENGTH) + note);
    }
  }

  /**
   * A failure that .NET raises as an event of its own.
   * @param {string} source
   * @param {string} message
   * @param {{ stack?: string, window?: string }} [details]
   */
  failure(source, message, { stack, window } = {}) {
    const text = clean(message, MESSAGE_LENGTH);
    const shown = stack === undefined ? undefined : cleanStack(stack);
    const details = { ...(shown !== undefined && { stack: shown }), ...(window !== undefined && { window }) };
    if (this.#link.report({ type: 'error', source, message: text, ...details }) !== 'queued') {
      const lines = this.#occurrences.add(`failure ${source}`, text);
      if (lines !== null) {
        process.stderr.write(`ipcapp: ${source}: ${shown ?? text}${lines}\n`);
      }
    }
  }

  /** @param {Level} level @param {string} message */
  #write(level, message) {
    const text = clean(message, 2 * MESSAGE_LENGTH);
    if (this.#link.report({ type: 'log', level, message: text }) !== 'queued') {
      process.stderr.write(`ipcapp: ${text}\n`);
    }
  }
}

exports.Log = Log;
