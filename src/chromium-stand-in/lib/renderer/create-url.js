'use strict';

/**
 * The older part of Node's `url`, which is what a sandboxed preload gets by `require('url')`: `URL` is a global. Runs in the page, as text.
 */
module.exports = function createUrl() {
  /** @typedef {{ protocol?: string | null, slashes?: boolean | null, auth?: string | null, host?: string | null, hostname?: string | null,
   *   port?: string | number | null, pathname?: string | null, search?: string | null, query?: any, hash?: string | null }} Parts */
  const syntax = /^([a-z][a-z\d.+-]*:)?(\/\/)?(.*)$/is;
  /** Protocols whose hosts come after two slashes. */
  const withHost = new Set(['http:', 'https:', 'ftp:', 'gopher:', 'file:', 'ws:', 'wss:']);
  const escaped = /[<>"` \r\n\t{}|\\^']/g;

  class Url {
    /** @type {string | null} */ protocol = null;
    /** @type {boolean | null} */ slashes = null;
    /** @type {string | null} */ auth = null;
    /** @type {string | null} */ host = null;
    /** @type {string | null} */ port = null;
    /** @type {string | null} */ hostname = null;
    /** @type {string | null} */ hash = null;
    /** @type {string | null} */ search = null;
    /** @type {any} */ query = null;
    /** @type {string | null} */ pathname = null;
    /** @type {string | null} */ path = null;
    href = '';
  }

  /** @param {Url} url @param {string} authority */
  function readAuthority(url, authority) {
    const at = authority.lastIndexOf('@');
    if (at !== -1) url.auth = decodeURIComponent(authority.slice(0, at));
    const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?/.exec(authority.slice(at + 1)) ?? [];
    url.port = port || null;
    url.hostname = name.startsWith('[') ? name.slice(1, -1) : name.toLowerCase();
    url.host = name.toLowerCase() + (url.port === null ? '' : `:${url.port}`);
  }

  /** @param {string} text @param {boolean} [parseQuery] @param {boolean} [slashesDenoteHost] */
  function parse(text, parseQuery = false, slashesDenoteHost = false) {
    if (typeof text !== 'string') throw new TypeError(`The "url" argument must be of type string. Received type ${typeof text}`);
    const url = new Url();
    const trimmed = text.trim();
    const end = trimmed.search(/[?#]/);
    const head = end === -1 ? trimmed : trimmed.slice(0, end).replaceAll('\\', '/');
    const [, protocol, slashes, rest = ''] = syntax.exec(head + (end === -1 ? '' : trimmed.slice(end))) ?? [];
    url.protocol = protocol?.toLowerCase() ?? null;
    let left = rest;
    const hasHost = slashes ? protocol || slashesDenoteHost : url.protocol && !withHost.has(url.protocol) && url.protocol !== 'javascript:';
    if (hasHost) {
      const [authority = ''] = /^[^/?#]*/.exec(rest) ?? [];
      if (slashes) url.slashes = true;
      readAuthority(url, authority);
      left = rest.slice(authority.length);
    } else if (slashes) left = slashes + rest;
    const [, pathname = '', search, hash] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(left.replace(escaped, encodeURIComponent)) ?? [];
    url.hash = hash ?? null;
    url.search = search ?? (parseQuery ? '' : null);
    const query = search?.slice(1) ?? null;
    url.query = parseQuery ? queryOf(query ?? '') : query;
    url.pathname = pathname || (url.slashes && withHost.has(url.protocol ?? '') && url.hostname ? '/' : null);
    if (url.pathname !== null || url.search) url.path = (url.pathname ?? '') + (url.search ?? '');
    url.href = format(url);
    return url;
  }

  /** @param {string} text */
  function queryOf(text) {
    const query = Object.create(null);
    for (const [name, value] of new URLSearchParams(text)) {
      const known = query[name];
      query[name] = known === undefined ? value : [].concat(known, /** @type {any} */ (value));
    }
    return query;
  }

  /** @param {Record<string, any>} query */
  function searchOf(query) {
    const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each ?? '')]));
    return pairs.map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('=')).join('&');
  }

  /** @param {string | URL | Parts} value @returns {string} */
  function format(value) {
    if (typeof value === 'string') return parse(value).href;
    if (Object.prototype.toString.call(value) === '[object URL]') return String(value);
    const { auth, hostname, port, hash, query, slashes } = /** @type {Parts} */ (value);
    let { protocol, pathname, search, host } = /** @type {Parts} */ (value);
    if (protocol && !protocol.endsWith(':')) protocol += ':';
    const login = auth ? `${encodeURIComponent(auth).replace(/%3A/i, ':')}@` : '';
    if (!host && hostname) host = (hostname.includes(':') ? `[${hostname}]` : hostname) + (port ? `:${port}` : '');
    search ||= query && typeof query === 'object' && Object.keys(query).length ? searchOf(query) : '';
    if (search && !search.startsWith('?')) search = `?${search}`;
    pathname = (pathname ?? '').replace(/[?#]/g, encodeURIComponent);
    const hasAuthority = slashes || ((!protocol || withHost.has(protocol)) && host !== null && host !== undefined);
    if (hasAuthority && pathname && !pathname.startsWith('/')) pathname = `/${pathname}`;
    const fragment = hash && !hash.startsWith('#') ? `#${hash}` : (hash ?? '');
    const authority = hasAuthority ? `//${login}${host ?? ''}` : login + (host ?? '');
    return (protocol ?? '') + authority + pathname + search.replaceAll('#', '%23') + fragment;
  }

  /** @param {string} from @param {string} to */
  function resolve(from, to) {
    const placeholder = 'resolve://placeholder';
    const base = new URL(from, `${placeholder}/`);
    const target = new URL(to, base);
    return target.href.startsWith(placeholder) ? target.href.slice(placeholder.length) : target.href;
  }

  return {
    parse,
    format,
    resolve,
    /** @param {string} from @param {string} to */
    resolveObject: (from, to) => parse(resolve(from, to)),
    Url,
  };
};
