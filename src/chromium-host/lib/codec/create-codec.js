'use strict';

/**
 * What the codec needs from the side it runs on.
 * @typedef {object} CodecEnvironment
 * @property {{ checkBytes(length: number): void, MessageTooLargeError: new () => Error }} messageText
 * @property {(bytes: Uint8Array) => string} toBase64
 * @property {(text: string) => Uint8Array<ArrayBuffer>} fromBase64 result must own its whole buffer
 * @property {(value: object) => boolean} isHostObject objects the engine cannot clone, whatever they look like
 * @property {(view: ArrayBufferView) => boolean} isPooledView views whose buffer holds bytes of strangers: only the view travels
 */

/**
 * Structured clone as JSON: what JSON can say stays as it is, all else is a tagged array.
 * Objects are numbered in the order in which both sides meet them, so that shared references and cycles survive.
 * This function runs in Node and, as text, in the page's isolated world: it must not use anything outside itself.
 * @param {CodecEnvironment} environment
 */
module.exports = function createCodec(environment) {
  /** @typedef {any} Wire */
  const plainPrototype = Object.prototype;
  const { getPrototypeOf, keys, defineProperty, is } = Object;
  const { isArray } = Array;
  const tagOf = Function.prototype.call.bind(plainPrototype.toString);
  const hasOwn = Function.prototype.call.bind(plainPrototype.hasOwnProperty);
  const cloneByEngine = structuredClone;
  const typedArrayPrototype = getPrototypeOf(Uint8Array.prototype);
  const viewName = /** @type {{ get: () => string }} */ (Object.getOwnPropertyDescriptor(typedArrayPrototype, Symbol.toStringTag)).get;
  /** @type {Record<string, ErrorConstructor>} */
  const errorTypes = Object.assign(Object.create(null), {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  });
  /** Prototypes whose instances the engine was seen to clone as plain data. @type {WeakSet<object>} */
  const dataPrototypes = new WeakSet();

  /** @returns {never} */
  function refuse() {
    throw new Error('An object could not be cloned.');
  }

  /** @param {Uint8Array} bytes */
  function toBase64(bytes) {
    environment.messageText.checkBytes(bytes.length);
    return environment.toBase64(bytes);
  }

  /** @param {any} target @param {string} key @param {unknown} value */
  function assign(target, key, value) {
    if (key === '__proto__') defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    else target[key] = value;
  }

  class Encoder {
    /** @type {Map<object, number>} */ seen = new Map();
    count = 0;

    /** @param {any} value @returns {Wire} */
    encode(value) {
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value;
        case 'number':
          return Number.isFinite(value) && !is(value, -0) ? value : ['n', is(value, -0) ? '-0' : String(value)];
        case 'undefined':
          return ['u'];
        case 'bigint':
          return ['i', String(value)];
        case 'object':
          return value === null ? null : this.encodeObject(value);
        default:
          return refuse();
      }
    }

    /** @param {any} value @returns {Wire} */
    encodeObject(value) {
      const earlier = this.seen.get(value);
      if (earlier !== undefined) return ['r', earlier];
      this.seen.set(value, this.count++);
      if (isArray(value)) return this.encodeArray(value);
      if (environment.isHostObject(value)) return refuse();
      const prototype = getPrototypeOf(value);
      if (prototype === null || (prototype === plainPrototype && tagOf(value) !== '[object Arguments]'))
        return this.encodeProperties(value);
      return this.encodeSpecial(value, prototype);
    }

    /** @param {any} value */
    encodeProperties(value) {
      const out = {};
      for (const key of keys(value)) assign(out, key, this.encode(value[key]));
      return out;
    }

    /** @param {any[]} value @returns {Wire} */
    encodeArray(value) {
      const names = keys(value);
      const dense = names.length === value.length && (names.length === 0 || names[names.length - 1] === String(names.length - 1));
      if (!dense) return ['h', value.length, names.map((name) => [name, this.encode(value[/** @type {any} */ (name)])])];
      const out = ['l'];
      for (let i = 0; i < value.length; i++) out.push(this.encode(value[i]));
      return out;
    }

    /** @param {any} value @param {object} prototype @returns {Wire} */
    encodeSpecial(value, prototype) {
      if (ArrayBuffer.isView(value)) return this.encodeView(value);
      if (value instanceof ArrayBuffer) return this.encodeBuffer(value);
      if (value instanceof Date) return ['d', Number.isNaN(value.getTime()) ? null : value.getTime()];
      if (value instanceof Map) return ['m', [...value].map(([key, item]) => [this.encode(key), this.encode(item)])];
      if (value instanceof Set) return ['s', [...value].map((item) => this.encode(item))];
      if (value instanceof RegExp) return ['x', value.source, value.flags];
      if (value instanceof Error) return this.encodeError(value);
      if (value instanceof Boolean || value instanceof Number || value instanceof String || value instanceof BigInt) {
        return ['o', this.encode(value.valueOf())];
      }
      if (!dataPrototypes.has(prototype)) {
        if (getPrototypeOf(cloneByEngine(value)) !== plainPrototype) return refuse();
        dataPrototypes.add(prototype);
      }
      return this.encodeProperties(value);
    }

    /** @param {ArrayBufferView} view @returns {Wire} */
    encodeView(view) {
      const name = view instanceof DataView ? 'DataView' : viewName.call(/** @type {any} */ (view));
      const length = view instanceof DataView ? view.byteLength : /** @type {Uint8Array} */ (view).length;
      if (!environment.isPooledView(view)) return ['v', name, this.encode(view.buffer), view.byteOffset, length];
      this.count++;
      return ['v', name, ['b', toBase64(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))], 0, length];
    }

    /** @param {ArrayBuffer & { detached?: boolean }} buffer @returns {Wire} */
    encodeBuffer(buffer) {
      return buffer.detached ? refuse() : ['b', toBase64(new Uint8Array(buffer))];
    }

    /** @param {Error} error @returns {Wire} */
    encodeError(error) {
      const name = errorTypes[error.name] ? error.name : 'Error';
      const out = [
        'e',
        name,
        hasOwn(error, 'message') ? String(error.message) : null,
        typeof error.stack === 'string' ? error.stack : null,
      ];
      if (hasOwn(error, 'cause')) out.push(this.encode(error.cause));
      return out;
    }
  }

  class Decoder {
    /** @type {any[]} */ objects = [];

    /** @template T @param {T} object @returns {T} */
    keep(object) {
      this.objects.push(object);
      return object;
    }

    /** @param {Wire} wire @returns {any} */
    decode(wire) {
      if (wire === null || typeof wire !== 'object') return wire;
      if (!isArray(wire)) return this.fill(this.keep({}), Object.entries(wire));
      const decodeTagged = this.byTag[/** @type {string} */ (wire[0])];
      if (!decodeTagged) throw new Error(`Unknown value tag ${wire[0]}`);
      return decodeTagged(wire);
    }

    /** @param {any} target @param {[string, Wire][]} entries */
    fill(target, entries) {
      for (const [key, item] of entries) assign(target, key, this.decode(item));
      return target;
    }

    /** @type {Record<string, (wire: Wire) => any>} */
    byTag = {
      u: () => undefined,
      n: (wire) => Number(wire[1]),
      i: (wire) => BigInt(wire[1]),
      r: (wire) => this.objects[wire[1]],
      l: (wire) => {
        const list = this.keep(/** @type {any[]} */ ([]));
        for (let i = 1; i < wire.length; i++) list.push(this.decode(wire[i]));
        return list;
      },
      h: (wire) => {
        const list = this.keep(/** @type {any[]} */ ([]));
        list.length = wire[1];
        return this.fill(list, wire[2]);
      },
      d: (wire) => this.keep(new Date(wire[1] ?? NaN)),
      x: (wire) => this.keep(new RegExp(wire[1], wire[2])),
      m: (wire) => {
        const map = this.keep(new Map());
        for (const [key, item] of wire[1]) map.set(this.decode(key), this.decode(item));
        return map;
      },
      s: (wire) => {
        const set = this.keep(new Set());
        for (const item of wire[1]) set.add(this.decode(item));
        return set;
      },
      b: (wire) => this.keep(environment.fromBase64(wire[1]).buffer),
      v: (wire) => {
        const at = this.objects.push(null) - 1;
        const View = /** @type {any} */ (globalThis)[wire[1]];
        return (this.objects[at] = new View(this.decode(wire[2]), wire[3], wire[4]));
      },
      o: (wire) => this.keep(Object(this.decode(wire[1]))),
      e: (wire) => {
        const error = this.keep(new (errorTypes[wire[1]] ?? Error)());
        const hidden = { writable: true, configurable: true, enumerable: false };
        if (wire[2] !== null) defineProperty(error, 'message', { value: wire[2], ...hidden });
        defineProperty(error, 'stack', { value: wire[3] ?? undefined, ...hidden });
        if (wire.length > 4) defineProperty(error, 'cause', { value: this.decode(wire[4]), ...hidden });
        return error;
      },
    };
  }

  return {
    /**
     * @param {unknown} value
     * @returns {Wire}
     * @throws {Error} the message is too large; for any other reason `An object could not be cloned.`, as Electron's serializer says
     */
    encode(value) {
      try {
        return new Encoder().encode(value);
      } catch (error) {
        if (error instanceof environment.messageText.MessageTooLargeError) throw error;
        return refuse();
      }
    },
    /** @param {Wire} wire @returns {any} */
    decode(wire) {
      return new Decoder().decode(wire);
    },
  };
};
