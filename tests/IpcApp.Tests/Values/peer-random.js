'use strict';

// Seeded random values of every kind that structured clone knows, with shared objects and cycles.

const MAX_DEPTH = 5;

const NUMBERS = [0, -0, 1, -1, 255, 256, 1073741823, 1073741824, 2147483647, -2147483648, 4294967295, 2 ** 53, 0.1, 5e-324,
  1.7976931348623157e308, NaN, Infinity, -Infinity];
const STRINGS = ['', 'a', 'hello', 'caf\u00e9', '\u20ac', '\ud83d\ude00', '\udc00\ud800', '\0', '__proto__', 'constructor', '0', '1', '-1',
  '01', '4294967294', '4294967295', 'x'.repeat(200), '\u0100'.repeat(130)];
const VIEWS = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
  BigInt64Array, BigUint64Array];
const ERRORS = [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];

/** mulberry32: a small generator of good enough quality whose whole state is one number. */
function generator(seed) {
  let state = seed >>> 0;
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
  /** Objects that may be referred to again. */
  const objects = [];
  const keep = (object) => { objects.push(object); return object; };

  const key = () => (next() < 0.5 ? `k${below(20)}` : pick(STRINGS));
  const define = (object, name, value) =>
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  const times = (n, action) => { for (let i = below(n); i > 0; i--) action(); };
  const sign = () => (next() < 0.5 ? 1n : -1n);
  const largeBigint = () => BigInt(`0x${Buffer.from(bytes(1 + below(40))).toString('hex')}`);
  const bigint = () => (next() < 0.5 ? BigInt(below(1000)) : largeBigint()) * sign();

  const primitive = () => pick([
    () => undefined, () => null, () => true, () => false, () => pick(NUMBERS), () => below(100000) - 50000, () => next() * 1e6,
    () => pick(STRINGS), () => String.fromCharCode(...Array.from({ length: below(12) }, () => below(65536))), bigint,
  ])();

  const leaves = [
    () => new Date(pick([0, NaN, 1.7e12, -8.64e15, below(2 ** 31)])),
    () => new RegExp(pick(['', 'a+', '[\u20ac]', '\\/']), pick(['', 'g', 'dgimsy', 'u', 'v'])),
    () => Object(pick([true, false, pick(NUMBERS), bigint(), pick(STRINGS)])),
    () => bytes(below(20)).buffer,
    () => new ArrayBuffer(below(8), { maxByteLength: 8 + below(100) }),
    () => { const View = pick(VIEWS); return new View(bytes(View.BYTES_PER_ELEMENT * below(5)).buffer); },
    () => { const View = pick(VIEWS); return new View(bytes(64).buffer, 8 * below(4), below(4)); },
    () => new DataView(bytes(16).buffer, below(8)),
    () => Buffer.from('from the pool'),
  ];

  const containers = [
    (depth) => { const a = keep([]); times(6, () => a.push(any(depth))); return a; },
    (depth) => {
      const a = keep([]);
      times(5, () => { a[below(pick([5, 50, 5000, 4294967295]))] = any(depth); });
      times(3, () => define(a, `p${below(9)}`, any(depth)));
      if (next() < 0.3) a.length = Math.max(a.length, below(100));
      return a;
    },
    (depth) => { const o = keep({}); times(7, () => define(o, key(), any(depth))); return o; },
    (depth) => { const m = keep(new Map()); times(5, () => m.set(any(depth), any(depth))); return m; },
    (depth) => { const s = keep(new Set()); times(5, () => s.add(any(depth))); return s; },
    () => {
      // No cycle through a cause: Node 20 to 22 write one, and then can not read it.
      const cause = pick([primitive, pick(leaves), () => ({ inner: new Set([primitive()]) })]);
      const error = new (pick(ERRORS))(pick(STRINGS), next() < 0.5 ? undefined : { cause: cause() });
      error.stack = pick(STRINGS);
      return keep(error);
    },
  ];

  function any(depth) {
    const choice = next();
    if (objects.length > 0 && choice < 0.1) return pick(objects);
    if (depth >= MAX_DEPTH || choice < 0.45) return primitive();
    return choice < 0.65 ? keep(pick(leaves)()) : pick(containers)(depth + 1);
  }

  return next() < 0.2 ? any(0) : pick(containers)(1);
};
