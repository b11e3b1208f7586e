'use strict';

/**
 * contextBridge's copying rules (S155): functions and promises are proxied, all else is copied. Runs in the page, as text, in both worlds.
 * @param {object} options
 * @param {(message: any[]) => any} options.request
 * @param {(element: Element) => void} options.sendElement
 */
module.exports = function createMarshal({ request, sendElement }) {
  const depthLimit = 1000;
  const unknownError = 'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.';
  const { keys, freeze, defineProperty } = Object;
  const clone = structuredClone;
  const ownPromise = Promise;
  const { then } = Promise.prototype;
  const call = Reflect.apply;
  const boxed = [Boolean, Number, String, BigInt, Symbol];
  const cloneable = [Date, RegExp, Map, Set, WeakMap, WeakSet, ArrayBuffer, Blob, ...boxed];

  let nextId = 1;
  /** Own functions the other side may call. @type {Map<number, Function>} */ const functions = new Map();
  /** @type {WeakMap<Function, number>} */ const idOfFunction = new WeakMap();
  /** Proxies of the other side's functions. @type {Map<number, WeakRef<Function>>} */ const proxies = new Map();
  /** @type {WeakMap<Function, number>} */ const idOfProxy = new WeakMap();
  /** Settles own copies of the other side's promises. @type {Map<number, [Function, Function]>} */ const settlers = new Map();
  /** @type {Element[]} */ let elements = [];
  /** @type {FinalizationRegistry<number>} */
  const collected = new FinalizationRegistry((id) => {
    if (proxies.get(id)?.deref()) return; // sent again meanwhile
    proxies.delete(id);
    request(['forget', id]);
  });

  /** @param {any} error */
  function textOf(error) {
    const message = error !== null && typeof error === 'object' ? error.message : undefined;
    return typeof message === 'string' ? message : unknownError;
  }

  class Packer {
    /** @type {Map<object, number>} */ seen = new Map();
    elements = 0;

    /** @param {any} value @param {number} depth @returns {any[]} */
    pack(value, depth) {
      if (depth > depthLimit) {
        throw new TypeError(
          `Electron contextBridge recursion depth exceeded.  Nested objects deeper than ${depthLimit} are not supported.`,
        );
      }
      if (typeof value === 'function') return this.packFunction(value);
      if (typeof value === 'symbol') return ['value', undefined];
      if (value === null || typeof value !== 'object') return ['value', value];
      if (Array.isArray(value)) return ['array', value.map((item) => this.pack(item, depth + 1))];
      if (value instanceof ownPromise) return this.packPromise(value);
      if (value instanceof Error) return ['error', textOf(value)];
      if (value instanceof Element) {
        sendElement(value);
        return ['element', this.elements++];
      }
      if (ArrayBuffer.isView(value) || cloneable.some((type) => value instanceof type)) return ['value', this.cloneOf(value)];
      return this.packObject(value, depth);
    }

    /** Each alone: two views of one buffer part here. @param {any} value */
    cloneOf(value) {
      try {
        return clone(value);
      } catch {
        throw new Error('An object could not be cloned.');
      }
    }

    /** @param {Function} value */
    packFunction(value) {
      const foreign = idOfProxy.get(value);
      if (foreign !== undefined) return ['return', foreign];
      const id = idOfFunction.get(value) ?? nextId++;
      idOfFunction.set(value, id);
      functions.set(id, value);
      return ['function', id];
    }

    /** @param {Promise<unknown>} value */
    packPromise(value) {
      const id = nextId++;
      const settle = (/** @type {boolean} */ fulfilled) => (/** @type {unknown} */ result) => {
        let packed;
        try {
          packed = pack(result);
        } catch (error) {
          fulfilled = false;
          packed = ['error', textOf(error)];
        }
        request(['settle', id, fulfilled, packed]);
      };
      call(then, value, [settle(true), settle(false)]);
      return ['promise', id];
    }

    /** @param {any} value @param {number} depth */
    packObject(value, depth) {
      const earlier = this.seen.get(value);
      if (earlier !== undefined) return ['same', earlier];
      this.seen.set(value, this.seen.size);
      const entries = keys(value)
        .map((key) => [key, value[key]])
        .filter(([, item]) => typeof item !== 'symbol');
      return ['object', entries.map(([key, item]) => [key, this.pack(item, depth + 1)])];
    }
  }

  class Unpacker {
    /** @type {any[]} */ objects = [];

    /** @param {boolean} frozen @param {Element[]} received */
    constructor(frozen, received) {
      this.frozen = frozen;
      this.received = received;
    }

    /** @param {any[]} packed @returns {any} */
    unpack([kind, content]) {
      switch (kind) {
        case 'value':
          return content;
        case 'array':
          return this.finish(content.map((/** @type {any[]} */ item) => this.unpack(item)));
        case 'object':
          return this.unpackObject(content);
        case 'same':
          return this.objects[content];
        case 'function':
          return proxyOf(content);
        case 'return':
          return functions.get(content);
        case 'promise':
          return new ownPromise((resolve, reject) => settlers.set(content, [resolve, reject]));
        case 'error':
          return new Error(content);
        case 'element':
          return this.received[content];
      }
    }

    /** @param {[string, any[]][]} entries */
    unpackObject(entries) {
      const object = {};
      this.objects.push(object);
      for (const [key, item] of entries) {
        defineProperty(object, key, { value: this.unpack(item), enumerable: true, configurable: true, writable: true });
      }
      return this.finish(object);
    }

    /** @template T @param {T} value @returns {T} */
    finish(value) {
      return this.frozen ? freeze(value) : value;
    }
  }

  /** @param {unknown} value @returns {any[]} */
  function pack(value) {
    return new Packer().pack(value, 0);
  }

  /** @param {any[]} packed @param {boolean} [frozen] the exposed API itself is frozen, what passes later is not */
  function unpack(packed, frozen = false) {
    const received = elements;
    elements = [];
    return new Unpacker(frozen, received).unpack(packed);
  }

  /** @param {number} id */
  function proxyOf(id) {
    const known = proxies.get(id)?.deref();
    if (known) return known;
    const proxy = (/** @type {unknown[]} */ ...args) => unpack(request(['call', id, pack(args)]));
    idOfProxy.set(proxy, id);
    proxies.set(id, new WeakRef(proxy));
    collected.register(proxy, id);
    return proxy;
  }

  /** @type {Record<string, (...parts: any[]) => any>} */
  const handlers = {
    call: (id, args) => pack(call(/** @type {Function} */ (functions.get(id)), undefined, unpack(args))),
    settle: (id, fulfilled, result) => {
      const [resolve, reject] = settlers.get(id) ?? [];
      settlers.delete(id);
      (fulfilled ? resolve : reject)?.(unpack(result));
    },
    forget: (id) => {
      functions.delete(id);
    },
  };

  return {
    pack,
    unpack,
    textOf,
    /** @param {any[]} message */
    handles: ([kind]) => kind in handlers,
    /** @param {any[]} message */
    handle: ([kind, ...parts]) => /** @type {Function} */ (handlers[kind])(...parts),
    /** @param {Element} element */
    receiveElement: (element) => {
      elements.push(element);
    },
  };
};
