'use strict';

/**
 * Makes a custom scheme's absolute addresses work in page script, and refuses cookies to its pages, as Electron does.
 * Runs as text in the main world of every frame, and in workers.
 * @param {{ scheme: string, protocol: string, suffix: string }[]} aliases
 */
module.exports = function adaptPage(aliases) {
  /** @param {any} address @returns {any} */
  function translate(address) {
    const text = String(address);
    for (const { scheme, protocol, suffix } of aliases) {
      const match = new RegExp(`^\\s*${scheme}://([^/?#:]*)(:\\d+)?(.*)$`, 'is').exec(text);
      if (match) return `${protocol}//${match[1]}${suffix}${match[2] ?? ''}${match[3]}`;
    }
    return address;
  }

  const scope = /** @type {any} */ (globalThis);
  const hrefOf = /** @type {any} */ (Object.getOwnPropertyDescriptor(URL.prototype, 'href')).get;

  /** Text, or a URL of any realm; a Request has its address already. @param {unknown} value */
  function isAddress(value) {
    if (typeof value === 'string') return true;
    try {
      return Reflect.apply(hrefOf, value, []) !== undefined;
    } catch {
      return false;
    }
  }

  /** @param {any} owner @param {string} name @param {number} index of the argument that is an address */
  function wrapMethod(owner, name, index) {
    const original = owner?.[name];
    if (!original) return;
    owner[name] = {
      [name](/** @type {any[]} */ ...args) {
        if (isAddress(args[index])) args[index] = translate(args[index]);
        return Reflect.apply(original, this, args);
      },
    }[name];
  }

  /** @param {string} name */
  function wrapConstructor(name) {
    const Original = scope[name];
    if (!Original) return;
    /** @type {any} */
    const wrapper = new Proxy(Original, {
      construct: (target, [address, ...rest], newTarget) =>
        Reflect.construct(target, [isAddress(address) ? translate(address) : address, ...rest], newTarget === wrapper ? target : newTarget),
    });
    scope[name] = wrapper;
  }

  /** @param {any} type @param {string} name */
  function wrapProperty(type, name) {
    const { prototype } = type;
    const original = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(prototype, name));
    Object.defineProperty(prototype, name, {
      ...original,
      set(value) {
        original.set?.call(this, translate(value));
      },
    });
  }

  wrapMethod(scope, 'fetch', 0);
  wrapMethod(scope.XMLHttpRequest?.prototype, 'open', 1);
  for (const name of ['Request', 'Worker', 'SharedWorker', 'EventSource']) wrapConstructor(name);
  if (scope.importScripts) {
    const load = scope.importScripts;
    scope.importScripts = (/** @type {unknown[]} */ ...addresses) => load.apply(scope, addresses.map(translate));
  }
  if (scope.document) {
    wrapMethod(scope, 'open', 0);
    wrapMethod(Navigator.prototype, 'sendBeacon', 0);
    wrapProperty(HTMLIFrameElement, 'src');
    wrapProperty(HTMLAnchorElement, 'href');
    wrapProperty(HTMLFormElement, 'action');
  }

  if (aliases.some(({ suffix }) => location.hostname.endsWith(suffix))) {
    if (scope.document) Object.defineProperty(Document.prototype, 'cookie', { configurable: true, enumerable: true, get: () => '', set() {} });
    Reflect.deleteProperty(scope, 'cookieStore');
    const Socket = scope.WebSocket;
    scope.WebSocket = new Proxy(Socket, {
      construct(target, [address, ...rest]) {
        const url = String(translate(address));
        if (aliases.some(({ suffix }) => url.includes(suffix))) throw new DOMException(`The URL '${address}' is invalid.`, 'SyntaxError');
        return new target(url, ...rest);
      },
    });
  }
};
