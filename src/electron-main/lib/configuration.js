'use strict';

const MiB = 1024 * 1024;

/**
 * What .NET decides and the host enforces; `configure` is the first message of every connection.
 * @typedef {object} Configuration
 * @property {boolean} development
 * @property {string[]} allowedOrigins Origins that count as the app's own, beside its scheme; only in development.
 * @property {{ maxMessageBytes: number, maxPendingInvokesPerFrame: number, closeWindowOnOverload: boolean }} limits
 * @property {number} syncDeadlineMs How long a sendSync may block its page; 0 is for ever.
 * @property {number} graceMs How long the host waits for .NET to come back.
 * @property {number} shutdownMs How long .NET's services may take to stop.
 * @property {boolean} quitWhenAllWindowsClosed Whether the app quits with its last window where nothing listens to `window-all-closed`.
 * @property {string | null} contentSecurityPolicy null is the default policy, '' is none.
 * @property {string | null} pageConsole The least level of what pages write to their consoles that .NET is told; null for nothing.
 */

/** The same as .NET's. @type {Configuration} */
const DEFAULTS = {
  development: false,
  allowedOrigins: [],
  limits: { maxMessageBytes: 128 * MiB, maxPendingInvokesPerFrame: 10_000, closeWindowOnOverload: false },
  syncDeadlineMs: 30_000,
  graceMs: 0,
  shutdownMs: 30_000,
  quitWhenAllWindowsClosed: process.platform !== 'darwin',
  contentSecurityPolicy: null,
  pageConsole: null,
};

/**
 * Only known members of the right type are taken, so that a newer .NET side cannot break an older host by what it adds.
 * @param {Record<string, any>} message
 * @returns {Configuration}
 */
function readConfiguration(message) {
  const given = pick(DEFAULTS, message);
  return { ...given, limits: pick(DEFAULTS.limits, message.limits ?? {}), allowedOrigins: given.allowedOrigins.filter(isOrigin) };
}

/** @template {object} T @param {T} defaults @param {Record<string, any>} given @returns {T} */
function pick(defaults, given) {
  /** @type {Record<string, any>} */
  const result = { ...defaults };
  for (const [name, standard] of Object.entries(defaults)) {
    if (isLike(given[name], standard)) {
      result[name] = given[name];
    }
  }
  return /** @type {T} */ (result);
}

/** A default of null stands for a text that may be absent. @param {unknown} value @param {unknown} standard */
function isLike(value, standard) {
  if (value === null || standard === null) {
    return standard === null && typeof value === 'string';
  }
  return typeof value === typeof standard && Array.isArray(value) === Array.isArray(standard);
}

/** Opaque origins all read 'null' and belong to no page. @param {unknown} text */
function isOrigin(text) {
  return typeof text === 'string' && text !== '' && text !== 'null';
}

module.exports = { readConfiguration, DEFAULTS };
