'use strict';

/** @typedef {'information' | 'warning' | 'error'} Level */

/** How many different warnings of one kind are told: what pages make up must neither fill the log nor the memory. */
const MOST_OF_A_KIND = 100;
/** How much of a key counts. */
const KEY_LENGTH = 200;

/**
 * One place for what the developer should read. .NET logs it if it is there; else it goes to stderr, so that nothing is lost and nothing
 * appears twice.
 */
class Log {
  #link;
  /** What has been said once, by kind. @type {Map<string, Set<string>>} */
  #said = new Map();

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
   * Says it the first time only, for what a page could cause any number of times.
   * @param {string} key Its first word is the kind, so that no kind of warning can use up the room of another.
   * @param {string} message
   */
  warningOnce(key, message) {
    const [kind = ''] = key.split(' ', 1);
    const said = this.#said.get(kind) ?? new Set();
    const short = key.slice(0, KEY_LENGTH);
    if (!said.has(short) && said.size < MOST_OF_A_KIND) {
      this.#said.set(kind, said.add(short));
      this.warning(message);
    }
  }

  /**
   * A failure that .NET raises as an event of its own.
   * @param {string} source
   * @param {string} message
   * @param {{ stack?: string, window?: string }} [details]
   */
  failure(source, message, details = {}) {
    if (this.#link.report({ type: 'error', source, message, ...details }) !== 'queued') {
      process.stderr.write(`ipcapp: ${source}: ${details.stack ?? message}\n`);
    }
  }

  /** @param {Level} level @param {string} message */
  #write(level, message) {
    if (this.#link.report({ type: 'log', level, message }) !== 'queued') {
      process.stderr.write(`ipcapp: ${message}\n`);
    }
  }
}

exports.Log = Log;
