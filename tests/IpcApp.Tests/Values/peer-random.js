'use strict';

// Seeded random values of every kind that structured clone knows, with shared objects and cycles. Most are small, so that whatever is
// wrong shows in a value that a person can read.

const MAX_DEPTH = 6;
const SIZES = [2, 4, 8, 30];

const NUMBERS = [0, -0, 1, -1, 255, 256, 1073741823, 1073741824, -1073741824, -1073741825, 2147483647, 2147483648, -2147483648, -2147483649,
  4294967295, 4294967296, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 0.1, -0.5, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, NaN,
  Infinity, -Infinity];
const BIGINTS = [0n, 1n, 255n, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n, 2n ** 128n,
  2n ** 1000n + 1n];
const STRINGS = ['', 'a', 'hello', 'caf\u00e9', '\u20ac', '\ud83d\ude00', '\udc00\ud800', '\0', '\uffff', '__proto__', 'constructor',
  'toString', 'length', '0', '1', '-1', '-0', '01', '1.5', 'NaN', '4294967294', '4294967295', '4294967296', '9007199254740993',
  'x'.repeat(200), '\u0100'.repeat(130)];
const VIEWS = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
  BigInt64Array, BigUint64Array, ...('Float16Array' in globalThis ? [globalThis.Float16Array] : [])];
const ERRORS = [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, AggregateError,
  class Mine extends Error {}];
const FLAGS = ['', 'g', 'i', 'm', 's', 'y', 'd', 'u', 'v', 'dgimsuy'];
const SOURCES = ['', 'a+', '[\u20ac]', '\\/', '\\ud83d\\ude00'];

class Point {
  #hidden = 1;

  constructor(x) {
    this.x = x;
  }

  get inherited() {
    return this.#hidden;
  }
}

/** mulberry32: a small generator of good enough quality whose whole state is one number. */
function generator(seed) {
  let state = Math.imul(seed, 0x9E3779B1) >>> 0;
  return () => {
    state = (state + 0x6D2B79F5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

module.exports = function random(seed) {
  const next = generator(seed);
  const below = (n) => Math.floor(next() * n);
  const pick = (list) => list[below(list.length)];
  const bytes = (n) => Uint8Array.from({ length: n }, () => below(256));
  /** How many more values this one may hold. */
  let budget = pick(SIZES);
  /** Objects that may be referred to again. */
  const objects = [];
  const keep = (object) => { objects.push(object); return object; };

  const key = () => pick([() => `k${below(20)}`, () => String(below(12)), () => pick(STRINGS)])();
  const define = (object, name, value) =>
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  const times = (n, action) => { for (let i = below(n); i > 0 && budget > 0; i--) action(); };
  const largeBigint = () => BigInt(`0x${Buffer.from(bytes(1 + below(40))).toString('hex')}`);
  const bigint = () => pick([() => BigInt(below(1000)), () => pick(BIGINTS), largeBigint])() * pick([1n, -1n]);
  const units = (limit) => String.fromCharCode(...Array.from({ length: below(12) }, () => below(limit)));
  const text = () => pick([() => pick(STRINGS), () => units(128), () => units(256), () => units(65536)])();
  // Not between: V8 makes room for all elements of an array up to 32 M long, whatever it holds.
  const index = () => pick([() => below(5), () => below(50), () => below(5000), () => 2 ** 26 + below(2 ** 32 - 2 ** 26 - 1)])();

  const primitive = () => pick([
    () => undefined, () => null, () => true, () => false, () => pick(NUMBERS), () => below(100000) - 50000, () => (next() - 0.5) * 1e6,
    () => pick([1, -1]) * 2 ** (below(70) - 5) + below(3) - 1, text, bigint,
  ])();

  const leaves = [
    () => new Date(pick([0, NaN, 1.7e12, -8.64e15, 8.64e15, below(2 ** 31)])),
    () => Object.assign(new RegExp(pick(SOURCES), pick(FLAGS)), { lastIndex: below(3) }),
    () => Object(pick([true, false, pick(NUMBERS), bigint(), text()])),
    () => bytes(below(20)).buffer,
    () => new ArrayBuffer(below(8), { maxByteLength: 8 + below(100) }),
    () => { const View = pick(VIEWS); return new View(bytes(View.BYTES_PER_ELEMENT * below(5)).buffer); },
    () => { const View = pick(VIEWS); return new View(bytes(64).buffer, 8 * below(4), below(4)); },
    () => new Uint8Array(new ArrayBuffer(8, { maxByteLength: 16 })),
    () => new DataView(bytes(16).buffer, below(8)),
    () => Buffer.from('from the pool').subarray(below(6)),
  ];

  const containers = [
    (depth) => { const a = keep([]); times(6, () => a.push(any(depth))); return a; },
    (depth) => {
      const a = keep([]);
      times(5, () => { a[index()] = any(depth); });
      times(3, () => define(a, next() < 0.5 ? `p${below(9)}` : '-1', any(depth)));
      if (next() < 0.3) a.length = Math.max(a.length, below(100));
      return a;
    },
    (depth) => { const o = keep(next() < 0.1 ? Object.create(null) : {}); times(7, () => define(o, key(), any(depth))); return o; },
    (depth) => { const o = keep(new Point(any(depth))); o[Symbol('dropped')] = 1; return o; },
    (depth) => { const value = any(depth); return keep({ get computed() { return value; } }); },
    (depth) => { const m = keep(new Map()); times(5, () => m.set(any(depth), any(depth))); return m; },
    (depth) => { const s = keep(new Set()); times(5, () => s.add(any(depth))); return s; },
    () => {
      // No cycle through a cause: early versions of Node.js 22 write one, and then cannot read it.
      const cause = pick([primitive, pick(leaves), () => ({ inner: new Set([primitive()]) })]);
      const options = next() < 0.5 ? undefined : { cause: cause() };
      const Class = pick(ERRORS);
      const error = Class === AggregateError ? new Class([1], text(), options) : new Class(text(), options);
      error.stack = text();
      if (next() < 0.1) delete error.stack;
      if (next() < 0.1) delete error.message;
      if (next() < 0.2) error.name = pick(['TypeError', 'Custom', '']);
      return keep(Object.assign(error, { code: 5 }));
    },
  ];

  function any(depth) {
    budget--;
    const choice = next();
    if (objects.length > 0 && choice < 0.15) return pick(objects);
    if (depth >= MAX_DEPTH || budget <= 0 || choice < 0.45) return primitive();
    return choice < 0.65 ? keep(pick(leaves)()) : pick(containers)(depth + 1);
  }

  // A message's arguments are one array: what several of them refer to is one object.
  return next() < 0.3 ? [any(1), any(1), any(1)] : any(0);
};
