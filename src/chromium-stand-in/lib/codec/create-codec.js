'use strict';

/**
 * What the codec needs from the side it runs on.
 * @typedef {object} CodecEnvironment
 * @property {{ checkBytes(length: number): void, MessageTooLargeError: new () => Error }} messageText
 * @property {(bytes: Uint8Array) => string} toBase64
 * @property {(text: string) => Uint8Array<ArrayBuffer>} fromBase64 result must own its whole buffer
 * @property {(value: unknown) => any} copy gives the value that is encoded: a clone by the engine, which throws if there is none, or the value itself
 * @property {(value: object) => import('./create-kinds').Kind} kindOf
 * @property {(value: object) => boolean} isData whether an object of no other kind is cloned as its own properties
 * @property {(view: ArrayBufferView) => boolean} isPooledView views whose buffer holds bytes of others: only the view travels
 */

/**
 * Structured clone as JSON: what JSON can say stays as it is, all else is a tagged array.
 * Objects are numbered in the order in which both sides meet them, so that shared references and cycles survive.
 * This function runs in Node and, as text, in the page's isolated world: it must not use anything outside itself.
 * @param {CodecEnvironment} environment
 */
module.exports = function createCodec(environment) {
  /** @typedef {any} Wire */
  /** @typedef {ArrayBuffer & { resizable: boolean, maxByteLength: number, detached?: boolean, resize(length: number): void }} ResizableBuffer */
  const { getPrototypeOf, keys, defineProperty, is, hasOwn } = Object;
  const { isArray } = Array;
  const cloneByEngine = structuredClone;
  const typedArrayPrototype = getPrototypeOf(Uint8Array.prototype);
  /** The class of a view by its internal slot; undefined for a DataView. */
  const viewName = /** @type {{ get: () => string }} */ (Object.getOwnPropertyDescriptor(typedArrayPrototype, Symbol.toStringTag)).get;
  const call = Reflect.apply;
  const { getTime } = Date.prototype;
  const { entries: mapEntries } = Map.prototype;
  const { values: setValues } = Set.prototype;
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
  const flagNames = ['hasIndices', 'global', 'ignoreCase', 'multiline', 'dotAll', 'unicode', 'unicodeSets', 'sticky'];
  /** The flags of a regular expression, each of which is read from the expression itself. */
  const flags = [...'dgimsuvy'].map((letter, at) => /** @type {const} */ ([letter, getterOf(RegExp.prototype, flagNames[at] ?? '')]));
  const sourceOf = getterOf(RegExp.prototype, 'source');

  /** @param {object} prototype @param {string} name @returns {(this: unknown) => any} */
  function getterOf(prototype, name) {
    return Object.getOwnPropertyDescriptor(prototype, name)?.get ?? (() => undefined);
  }

  /** @returns {never} */
  function refuse() {
    throw new Error('An object could not be cloned.');
  }

  /** @param {Uint8Array} bytes */
  function toBase64(bytes) {
    environment.messageText.checkBytes(bytes.length);
    return environment.toBase64(bytes);
  }

  /**
   * Whether a view grows and shrinks with its resizable buffer. Only trying tells, on a copy.
   * @param {ArrayBufferView} view
   */
  function tracksLength(view) {
    const copy = cloneByEngine(view);
    const buffer = /** @type {ResizableBuffer} */ (copy.buffer);
    const { byteLength: before, byteOffset } = copy;
    const { byteLength, maxByteLength } = buffer;
    const element = /** @type {Uint8Array} */ (copy).BYTES_PER_ELEMENT ?? 1;
    if (byteLength + element <= maxByteLength) {
      buffer.resize(byteLength + element);
      return copy.byteLength !== before;
    }
    if (before < element) return false;
    buffer.resize(byteLength - element);
    try {
      return copy.byteLength === before - element && copy.byteOffset === byteOffset;
    } catch {
      return false; // a DataView that reaches beyond its buffer
    }
  }

  /** @param {ResizableBuffer['maxByteLength'] | undefined} max @param {Uint8Array<ArrayBuffer>} bytes that own their buffer */
  function bufferOf(max, bytes) {
    if (max === undefined) return bytes.buffer;
    const buffer = Reflect.construct(ArrayBuffer, [bytes.length, { maxByteLength: max }]);
    new Uint8Array(buffer).set(bytes);
    return buffer;
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
      const encodeKind = this.byKind[environment.kindOf(value)];
      return encodeKind ? encodeKind(value) : refuse();
    }

    /** @type {Partial<Record<import('./create-kinds').Kind, (value: any) => Wire>>} */
    byKind = {
      object: (value) => (environment.isData(value) ? this.encodeProperties(value) : refuse()),
      array: (value) => this.encodeArray(value),
      view: (value) => this.encodeView(value),
      buffer: (value) => this.encodeBuffer(value),
      date: (value) => {
        const time = call(getTime, value, []);
        return ['d', Number.isNaN(time) ? null : time];
      },
      map: (value) => ['m', [...call(mapEntries, value, [])].map(([key, item]) => [this.encode(key), this.encode(item)])],
      set: (value) => ['s', [...call(setValues, value, [])].map((item) => this.encode(item))],
      regexp: (value) => ['x', call(sourceOf, value, []), flags.map(([letter, isSet]) => (call(isSet, value, []) ? letter : '')).join('')],
      error: (value) => this.encodeError(value),
      boolean: (value) => ['o', this.encode(call(Boolean.prototype.valueOf, value, []))],
      number: (value) => ['o', this.encode(call(Number.prototype.valueOf, value, []))],
      string: (value) => ['o', this.encode(call(String.prototype.valueOf, value, []))],
      bigint: (value) => ['o', this.encode(call(BigInt.prototype.valueOf, value, []))],
    };

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

    /** @param {ArrayBufferView} view @returns {Wire} */
    encodeView(view) {
      const name = call(viewName, view, []) ?? 'DataView';
      const length = name === 'DataView' ? view.byteLength : /** @type {Uint8Array} */ (view).length;
      if (environment.isPooledView(view)) {
        this.count++;
        return ['v', name, ['b', toBase64(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))], 0, length];
      }
      const tracked = /** @type {ResizableBuffer} */ (view.buffer).resizable === true && tracksLength(view);
      return ['v', name, this.encode(view.buffer), view.byteOffset, tracked ? null : length];
    }

    /** @param {ResizableBuffer} buffer @returns {Wire} */
    encodeBuffer(buffer) {
      if (buffer.detached) return refuse();
      const wire = ['b', toBase64(new Uint8Array(buffer))];
      return buffer.resizable ? [...wire, buffer.maxByteLength] : wire;
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
      b: (wire) => this.keep(bufferOf(wire[2], environment.fromBase64(wire[1]))),
      v: (wire) => {
        const at = this.objects.push(null) - 1;
        const View = /** @type {any} */ (globalThis)[wire[1]];
        return (this.objects[at] = new View(this.decode(wire[2]), wire[3], wire[4] ?? undefined));
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
        return new Encoder().encode(environment.copy(value));
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
