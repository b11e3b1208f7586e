'use strict';

/**
 * Makes a custom scheme's absolute addresses work in page script, and refuses cookies to its pages, as Electron does.
 * Runs in the page's main world, as text, in every frame.
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
    const original = owner[name];
    owner[name] = {
      [name](/** @type {any[]} */ ...args) {
        if (isAddress(args[index])) args[index] = translate(args[index]);
        return Reflect.apply(original, this, args);
      },
    }[name];
  }

  /** @param {string} name */
  function wrapConstructor(name) {
    const scope = /** @type {any} */ (window);
    const Original = scope[name];
    if (!Original) return;
    /** @type {any} */
    const wrapper = new Proxy(Original, {
      construct: (target, [address, ...rest], newTarget) =>
        Reflect.construct(target, [isAddress(address) ? translate(address) : address, ...rest], newTarget === wrapper ? target : newTarget),
    });
    scope[name] = wrapper;
  }

  /** @param {any} prototype @param {string} name */
  function wrapProperty(prototype, name) {
    const original = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(prototype, name));
    Object.defineProperty(prototype, name, {
      ...original,
      set(value) {
        original.set?.call(this, translate(value));
      },
    });
  }

  wrapMethod(window, 'fetch', 0);
  wrapMethod(window, 'open', 0);
  wrapMethod(XMLHttpRequest.prototype, 'open', 1);
  wrapMethod(Navigator.prototype, 'sendBeacon', 0);
  for (const name of ['Request', 'Worker', 'SharedWorker', 'EventSource']) wrapConstructor(name);
  wrapProperty(HTMLIFrameElement.prototype, 'src');
  wrapProperty(HTMLAnchorElement.prototype, 'href');
  wrapProperty(HTMLFormElement.prototype, 'action');

  if (aliases.some(({ suffix }) => location.hostname.endsWith(suffix))) {
    Object.defineProperty(Document.prototype, 'cookie', { configurable: true, enumerable: true, get: () => '', set() {} });
    Reflect.deleteProperty(window, 'cookieStore');
    const Socket = window.WebSocket;
    window.WebSocket = new Proxy(Socket, {
      construct(target, [address, ...rest]) {
        const url = String(translate(address));
        if (aliases.some(({ suffix }) => url.includes(suffix))) throw new DOMException(`The URL '${address}' is invalid.`, 'SyntaxError');
        return new target(url, ...rest);
      },
    });
  }
};
