'use strict';

/** @typedef {'information' | 'warning' | 'error'} Level */

/**
 * One place for what the developer should read. .NET logs it if it is there; else it goes to stderr, so that nothing is lost and nothing
 * appears twice.
 */
class Log {
  #link;
  /** @type {Set<string>} */
  #said = new Set();

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
   * @param {string} key
   * @param {string} message
   */
  warningOnce(key, message) {
    if (!this.#said.has(key) && this.#said.size < 1000) {
      this.#said.add(key);
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
