'use strict';

/**
 * contextBridge's copying rules (S155): functions and promises are proxied, all else is copied. Runs in the page, as text, in both worlds.
 * @param {object} options
 * @param {(message: any[]) => any} options.request
 * @param {(element: Element) => void} options.sendElement
 * @param {ReturnType<typeof import('../codec/create-kinds')>} options.kinds
 * @param {ReturnType<typeof import('./create-symbols')>} options.symbols
 */
module.exports = function createMarshal({ request, sendElement, kinds, symbols }) {
  const depthLimit = 1000;
  const unknownError = 'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.';
  const { getOwnPropertyNames, freeze, isFrozen, defineProperty } = Object;
  const { ownKeys } = Reflect;
  const isEnumerable = Object.prototype.propertyIsEnumerable;
  const { from } = Array;
  const { isView } = ArrayBuffer;
  const { kindOf, slot } = kinds;
  const clone = structuredClone;
  const ownPromise = Promise;
  const { then } = Promise.prototype;
  const call = Reflect.apply;
  const scope = /** @type {any} */ (globalThis);
  const nodeType = /** @type {any} */ (Object.getOwnPropertyDescriptor(Node.prototype, 'nodeType')).get;
  const isNode = slot(Node, 'nodeType');
  /** Platform objects that cross as what they are; all others are copied as plain objects. */
  const crossing = [slot(Blob, 'size'), slot(scope.VideoFrame, 'timestamp')];

  let nextId = 1;
  /** Own functions that the other side may call: one entry for each time one crossed. @type {Map<number, Function>} */
  const functions = new Map();
  /** Which of the other side's functions a proxy stands for. @type {WeakMap<Function, number>} */ const idOfProxy = new WeakMap();
  /** Settles own copies of the other side's promises. @type {Map<number, [Function, Function]>} */ const settlers = new Map();
  /** @type {Element[]} */ let elements = [];
  /** @type {FinalizationRegistry<number>} */
  const collected = new FinalizationRegistry((id) => request(['forget', id]));

  /** @param {object} value */
  const isElement = (value) => isNode(value) && call(nodeType, value, []) === 1;

  /** @param {any} error */
  function textOf(error) {
    const message = error !== null && typeof error === 'object' ? error.message : undefined;
    return typeof message === 'string' ? message : unknownError;
  }

  /** As V8 reports it. @param {any} error */
  function uncaughtTextOf(error) {
    return `Uncaught ${String(error)}`;
  }

  /** An exposed API is frozen with all that it holds; what its functions pass later is not. @param {any} value @returns {any} */
  function deepFreeze(value) {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    if (!isObject || isView(value) || isFrozen(value)) return value;
    freeze(value);
    for (const name of getOwnPropertyNames(value)) deepFreeze(value[name]);
    return value;
  }

  class Packer {
    /** What crossed already, once for each crossing. @type {Map<object, number>} */ seen = new Map();
    elements = 0;

    /** @param {any} value @param {number} depth @returns {any[]} */
    pack(value, depth) {
      if (depth >= depthLimit) {
        throw new TypeError(
          `Electron contextBridge recursion depth exceeded.  Nested objects deeper than ${depthLimit} are not supported.`,
        );
      }
      if (typeof value === 'symbol') return ['symbol', symbols.pack(value)];
      if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return ['value', value];
      const earlier = this.seen.get(value);
      return earlier === undefined ? this.packReference(value, depth) : ['same', earlier];
    }

    /** @param {any} value @param {number} depth @returns {any[]} */
    packReference(value, depth) {
      if (typeof value === 'function') return this.keep(value, this.packFunction(value));
      switch (kindOf(value)) {
        case 'error':
          return ['error', textOf(value)];
        case 'array':
          // known only when it is complete, so that an array within itself exceeds the depth
          return this.keep(value, ['array', from(value, (item) => this.pack(item, depth + 1))]);
        case 'object':
          return this.packOther(value, depth);
        default:
          return this.keep(value, ['clone', this.cloneOf(value)]);
      }
    }

    /** @param {any} value of no kind that structured clone knows @param {number} depth @returns {any[]} */
    packOther(value, depth) {
      const isPlain = Object.getPrototypeOf(value) === Object.prototype;
      if (isPlain) return this.packObject(value, depth);
      const promise = this.packPromise(value);
      if (promise) return this.keep(value, promise);
      if (isElement(value)) {
        sendElement(value);
        return ['element', this.elements++];
      }
      if (crossing.some((isOne) => isOne(value))) return this.keep(value, ['clone', this.cloneOf(value)]);
      return this.packObject(value, depth);
    }

    /** @param {object} value @param {any[]} packed @returns {any[]} */
    keep(value, packed) {
      this.seen.set(value, this.seen.size);
      return packed;
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
      const id = nextId++;
      functions.set(id, value);
      return ['function', id];
    }

    /** @param {any} value @returns {any[] | null} null if it is no promise */
    packPromise(value) {
      const id = nextId++;
      const settle = (/** @type {boolean} */ fulfilled) => (/** @type {unknown} */ result) => {
        let packed;
        try {
          packed = pack(result);
        } catch (error) {
          fulfilled = false;
          packed = ['error', uncaughtTextOf(error)];
        }
        request(['settle', id, fulfilled, packed]);
      };
      try {
        call(then, value, [settle(true), settle(false)]); // looks for the promise's own slot first
      } catch {
        return null;
      }
      return ['promise', id];
    }

    /** @param {any} value @param {number} depth */
    packObject(value, depth) {
      this.keep(value, []);
      const names = ownKeys(value).filter((name) => call(isEnumerable, value, [name]));
      return ['object', names.map((name) => [typeof name === 'symbol' ? symbols.pack(name) : name, this.pack(value[name], depth + 1)])];
    }
  }

  class Unpacker {
    /** In the order in which the packer met them. @type {any[]} */ references = [];

    /** @param {Element[]} received */
    constructor(received) {
      this.received = received;
    }

    /** @param {any[]} packed @returns {any} */
    unpack([kind, content]) {
      switch (kind) {
        case 'value':
          return content;
        case 'symbol':
          return symbols.unpack(content);
        case 'same':
          return this.references[content];
        case 'clone':
          return this.keep(content);
        case 'array':
          return this.keep(content.map((/** @type {any[]} */ item) => this.unpack(item)));
        case 'object':
          return this.unpackObject(content);
        case 'function':
          return this.keep(proxyOf(content));
        case 'return':
          return this.keep(functions.get(content));
        case 'promise':
          return this.keep(new ownPromise((resolve, reject) => settlers.set(content, [resolve, reject])));
        case 'error':
          return new Error(content);
        case 'refused':
          throw new Error(content);
        case 'element':
          return this.received[content];
      }
    }

    /** @param {[string | any[], any[]][]} entries */
    unpackObject(entries) {
      const object = this.keep({});
      for (const [key, item] of entries) {
        const name = typeof key === 'string' ? key : symbols.unpack(key);
        defineProperty(object, name, { value: this.unpack(item), enumerable: true, configurable: true, writable: true });
      }
      return object;
    }

    /** @template T @param {T} value @returns {T} */
    keep(value) {
      this.references.push(value);
      return value;
    }
  }

  /** @param {unknown} value @returns {any[]} */
  function pack(value) {
    return new Packer().pack(value, 0);
  }

  /**
   * The receiver throws what forbids a result as an error of the bridge, with the text that an uncaught error has (S155).
   * @param {unknown} value
   * @returns {any[]}
   */
  function packResult(value) {
    try {
      return pack(value);
    } catch (error) {
      return ['refused', uncaughtTextOf(error)];
    }
  }

  /** What is shared between arguments of one call stays shared. @param {unknown[]} values @returns {any[][]} */
  function packAll(values) {
    const packer = new Packer();
    return values.map((value) => packer.pack(value, 0));
  }

  /** @param {any[][]} packed @returns {unknown[]} */
  function unpackAll(packed) {
    const received = elements;
    elements = [];
    const unpacker = new Unpacker(received);
    return packed.map((each) => unpacker.unpack(each));
  }

  /** @param {any[]} packed @returns {any} */
  function unpack(packed) {
    return unpackAll([packed])[0];
  }

  /** Another one at each crossing, as in Electron: only where it came from is a function itself again. @param {number} id */
  function proxyOf(id) {
    const proxy = (/** @type {unknown[]} */ ...args) => unpack(request(['call', id, packAll(args)]));
    idOfProxy.set(proxy, id);
    collected.register(proxy, id);
    return proxy;
  }

  /** @type {Record<string, (...parts: any[]) => any>} */
  const handlers = {
    call: (id, args) => {
      const own = /** @type {Function} */ (functions.get(id));
      return packResult(call(own, own, unpackAll(args)));
    },
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
    packResult,
    packAll,
    unpack,
    unpackAll,
    deepFreeze,
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
