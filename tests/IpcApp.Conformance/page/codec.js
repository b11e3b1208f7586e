'use strict';

/**
 * Values as JSON and back, identity and cycles included: how the tests hand values to a page and see what it has. PageCodec.cs is the
 * other end. Runs in the page, as text.
 *
 * A value is JSON's own where JSON has it, else an array that begins with a tag; `['r', n]` is the object number n.
 */
function createCodec() {
  const VIEWS = ['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float16Array',
    'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'DataView'];
  const ERRORS = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];
  const typeOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

  function toBase64(bytes) {
    let text = '';
    for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(text);
  }

  const fromBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

  function encode(root) {
    const objects = [];
    const known = new Map();

    function value(v) {
      switch (typeof v) {
        case 'undefined': return ['u'];
        case 'bigint': return ['i', String(v)];
        case 'string': return v.isWellFormed() ? v : ['s', [...Array(v.length).keys()].map((i) => v.charCodeAt(i))];
        case 'number': return Number.isFinite(v) && !Object.is(v, -0) ? v : ['n', Object.is(v, -0) ? '-0' : String(v)];
        case 'function': case 'symbol': return ['x', typeof v];
        case 'boolean': return v;
        default: return v === null ? null : ['r', reference(v)];
      }
    }

    function reference(object) {
      if (known.has(object)) return known.get(object);
      const number = objects.push(null) - 1;
      known.set(object, number);
      objects[number] = describe(object);
      return number;
    }

    const properties = (object, keys) => keys.map((key) => [value(key), value(object[key])]);

    function describe(object) {
      const type = typeOf(object);
      if (VIEWS.includes(type)) {
        return { t: 'view', kind: type, b: toBase64(new Uint8Array(object.buffer, object.byteOffset, object.byteLength)) };
      }
      switch (type) {
        case 'Array': return {
          t: 'array', length: object.length, p: properties(object, Object.keys(object)),
        };
        case 'Date': return { t: 'date', v: value(object.getTime()) };
        case 'RegExp': return { t: 'regexp', source: value(object.source), flags: object.flags };
        case 'Map': return { t: 'map', e: [...object].map(([k, v]) => [value(k), value(v)]) };
        case 'Set': return { t: 'set', e: [...object].map(value) };
        case 'ArrayBuffer': {
          const max = object.resizable ? object.maxByteLength : null;
          return { t: 'buffer', b: toBase64(new Uint8Array(object)), max };
        }
        case 'Error': return error(object);
        case 'Boolean': case 'Number': case 'String': case 'BigInt': return { t: 'boxed', v: value(object.valueOf()) };
        default: return { t: 'object', p: properties(object, Object.keys(object)) };
      }
    }

    function error(object) {
      const own = (name) => (Object.hasOwn(object, name) ? value(object[name]) : null);
      const name = ERRORS.find((each) => object instanceof globalThis[each]) ?? 'Error';
      return { t: 'error', name, message: own('message'), stack: own('stack'), cause: own('cause') };
    }

    return { v: value(root), o: objects };
  }

  /** What a page can have and no clone can hold. */
  const uncloneable = {
    function: () => () => {},
    symbol: () => Symbol('mine'),
    promise: () => Promise.resolve(1),
    weakMap: () => new WeakMap(),
    element: () => document.documentElement,
    throwingGetter: () => ({ get bad() { throw new TypeError('mine'); } }),
  };

  function decode({ v, o }) {
    const shells = o.map(shell);
    o.forEach((node, i) => fill(shells[i], node));
    return value(v);

    function value(j) {
      if (!Array.isArray(j)) return j;
      const [tag, content] = j;
      switch (tag) {
        case 'u': return undefined;
        case 'i': return BigInt(content);
        case 's': return String.fromCharCode(...content);
        case 'n': return Number(content);
        case 'x': return uncloneable[content]();
        default: return shells[content];
      }
    }

    function shell(node) {
      switch (node.t) {
        case 'array': return [];
        case 'date': return new Date(value(node.v));
        case 'regexp': return new RegExp(value(node.source), node.flags);
        case 'map': return new Map();
        case 'set': return new Set();
        case 'boxed': return Object(value(node.v));
        case 'buffer': return buffer(node);
        case 'view': return new globalThis[node.kind](fromBase64(node.b).buffer);
        case 'error': return new globalThis[node.name](node.message === null ? undefined : value(node.message));
        default: return {};
      }
    }

    function buffer({ b, max }) {
      const bytes = fromBase64(b);
      if (max === null) return bytes.buffer;
      const made = new ArrayBuffer(bytes.length, { maxByteLength: max });
      new Uint8Array(made).set(bytes);
      return made;
    }

    function fill(object, node) {
      for (const [key, each] of node.p ?? []) {
        Object.defineProperty(object, value(key), { value: value(each), writable: true, enumerable: true, configurable: true });
      }
      switch (node.t) {
        case 'array': object.length = node.length; break;
        case 'map': node.e.forEach(([k, e]) => object.set(value(k), value(e))); break;
        case 'set': node.e.forEach((e) => object.add(value(e))); break;
        case 'error': if (node.cause !== null) object.cause = value(node.cause); break;
        default:
      }
    }
  }

  return { encode, decode };
}
