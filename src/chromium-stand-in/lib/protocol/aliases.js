'use strict';

/**
 * Chromium cannot commit a navigation to a scheme that it does not know, so `app://HOST/path` is served as
 * `https://HOST.scheme-app/path`, on a host name that never resolves: each request is answered by this program.
 * The main process sees the first form, the page's own `location` the second.
 */

/** @typedef {Electron.Privileges} Privileges */

/** @type {Map<string, Privileges>} */
const schemes = new Map();
const noHost = 'empty--host';
const schemeSyntax = /^[a-z][a-z0-9.+-]*$/;

/** @param {string} scheme host names allow fewer characters than schemes */
function suffixOf(scheme) {
  return `.scheme-${scheme.replaceAll('+', '-plus-').replaceAll('.', '-dot-')}`;
}

/** @param {string} scheme */
function protocolOf(scheme) {
  return schemes.get(scheme)?.secure ? 'https:' : 'http:';
}

/** @param {string} scheme @param {Privileges} [privileges] */
function addScheme(scheme, privileges) {
  const name = scheme.toLowerCase();
  if (!schemeSyntax.test(name))
    throw new Error(`'${scheme}' is not a valid scheme: letters, digits, '+', '-' and '.' only, a letter first`);
  if (privileges || !schemes.has(name)) schemes.set(name, privileges ?? {});
}

/** @param {string} url @returns {string} */
function schemeOf(url) {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

/** @param {string} url as the app writes it @returns {string} as Chromium gets it */
function toReal(url) {
  const scheme = schemeOf(url);
  if (!schemes.has(scheme)) return url;
  const [, host = '', port = '', rest = ''] = /^[^:]+:(?:\/\/)?([^/?#:]*)(:\d+)?(.*)$/s.exec(url) ?? [];
  return `${protocolOf(scheme)}//${host || noHost}${suffixOf(scheme)}${port}${rest || '/'}`;
}

/** @param {string} url as Chromium has it @returns {string} as the app knows it */
function toApp(url) {
  const [, host = '', port = '', rest = ''] = /^https?:\/\/([^/?#:]+)(:\d+)?(.*)$/is.exec(url) ?? [];
  for (const scheme of schemes.keys()) {
    const suffix = suffixOf(scheme);
    if (host.endsWith(suffix)) return `${scheme}://${host === noHost + suffix ? '' : host.slice(0, -suffix.length)}${port}${rest}`;
  }
  return url;
}

/** @param {string} origin of an execution context @returns {string} serialized as Electron does (S105) */
function originToApp(origin) {
  if (origin.startsWith('file:')) return 'file://';
  return origin === '' || origin === '://' || origin === 'null' ? 'null' : toApp(origin);
}

/** For the page's own script. */
function pageAliases() {
  return [...schemes.keys()].map((scheme) => ({ scheme, protocol: protocolOf(scheme), suffix: suffixOf(scheme) }));
}

/** @returns {string[]} patterns of all requests that belong to custom schemes */
function requestPatterns() {
  return [...schemes.keys()].flatMap((scheme) => [`${protocolOf(scheme)}//*${suffixOf(scheme)}/*`, `${scheme}://*`]);
}

/** @param {string} scheme */
function isAliased(scheme) {
  return schemes.has(scheme);
}

exports.addScheme = addScheme;
exports.schemeOf = schemeOf;
exports.toReal = toReal;
exports.toApp = toApp;
exports.originToApp = originToApp;
exports.pageAliases = pageAliases;
exports.requestPatterns = requestPatterns;
exports.isAliased = isAliased;
