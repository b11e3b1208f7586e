'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const vm = require('node:vm');
const codec = require('../lib/codec');
const { WebContents } = require('../lib/web-contents/web-contents');

/** As it goes over the wire. @param {unknown} value */
const roundTrip = (value) => codec.decode(JSON.parse(JSON.stringify(codec.encode(value))));

/** @type {[string, unknown][]} */
const survivors = [
  ['primitives', [undefined, null, true, '', 'text', 0, -0, NaN, Infinity, -Infinity, 1.5, 2n ** 70n, -1n]],
  ['lone surrogates and control characters', ['\ud800', '\udfff', '\u0000\u2028"\\']],
  ['dates', new Date(5)],
  ['regular expressions', /a\/b/giu],
  ['maps and sets', [new Map([[{ key: 1 }, new Set([[1]])]]), new Set([NaN, undefined])]],
  ['holes', [, 1, ,]],
  ['boxed values', [Object(1), Object('s'), Object(false), Object(3n)]],
  ["objects that look like the codec's own marks", [['u'], ['r', 0], { u: ['d', 1] }]],
  ['own __proto__ and constructor', JSON.parse('{"__proto__":{"a":1},"constructor":1}')],
  ['undefined members', { a: undefined }],
  [
    'every kind of view',
    [Int8Array, Uint8ClampedArray, Int16Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array].map(
      (/** @type {any} */ View) => new View(View.name.startsWith('Big') ? [1n, 2n] : [1, 2]),
    ),
  ],
  ['buffers', [new Uint8Array([1, 2, 3]).buffer, new DataView(new ArrayBuffer(4), 1, 2)]],
];
for (const [what, value] of survivors) {
  test(`${what} survive`, () => assert.deepStrictEqual(roundTrip(value), value));
}

for (const length of [0, 1, 65535, 65536, 65537, 256 * 1024 + 1, 3 * 1024 * 1024 + 1]) {
  test(`${length} bytes survive`, () => {
    const bytes = new Uint8Array(length).map((_, index) => index);
    assert.equal(Buffer.compare(roundTrip(bytes), bytes), 0);
  });
}

test('a resizable buffer keeps what it may grow to, and its views that grow with it', () => {
  const buffer = Reflect.construct(ArrayBuffer, [4, { maxByteLength: 12 }]);
  const views = [buffer, new Uint8Array(buffer), new Uint8Array(buffer, 1, 2), new Uint32Array(buffer), new DataView(buffer, 2)];
  const [got, ...copies] = roundTrip(views);
  assert.deepEqual([got.resizable, got.byteLength, got.maxByteLength], [true, 4, 12]);
  got.resize(8);
  assert.deepEqual(
    copies.map((/** @type {ArrayBufferView} */ view) => view.byteLength),
    [8, 2, 8, 6],
  );
  assert.equal(buffer.byteLength, 4);
});

test('views of a resizable buffer that is as large as it may become', () => {
  const buffer = Reflect.construct(ArrayBuffer, [4, { maxByteLength: 4 }]);
  const [tracking, fixed] = roundTrip([new Uint8Array(buffer, 1), new Uint8Array(buffer, 1, 3)]);
  tracking.buffer.resize(3);
  assert.deepEqual([tracking.length, fixed.length], [2, 0]);
});

test('Float16Array survives byte for byte, also where the engine lacks it', () => {
  const Half = /** @type {any} */ (globalThis).Float16Array;
  const wire = [['v', 'Float16Array', ['b', Buffer.from([0, 62, 0, 192]).toString('base64')], 0, 2]];
  const [got] = codec.decode(['l', ...wire]);
  assert.ok(got instanceof Half);
  const tag = /** @type {any} */ (Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)).get;
  assert.equal(tag.call(got), 'Float16Array');
  assert.equal(tag.call(new Uint16Array(1)), 'Uint16Array');
  assert.deepEqual([...new Uint8Array(got.buffer)], [0, 62, 0, 192]);
  assert.deepEqual(codec.encode([got]), ['l', ...wire]);
  assert.deepEqual(codec.encode([got.subarray(1)]), ['l', ['v', 'Float16Array', wire[0]?.[2], 2, 1]]);
});

test('values of another realm, and of another prototype, are what they are', () => {
  const made = vm.runInNewContext(`({
    date: new Date(5), map: new Map([[1, 2]]), set: new Set([1]), regexp: /a/g, error: new RangeError('far'), boxed: Object(true),
    bytes: new Uint8Array([1]), buffer: new ArrayBuffer(2), list: [1], plain: { a: 1 }, instance: new (class Point { x = 1; })(),
  })`);
  const { error, ...others } = roundTrip(made);
  assert.deepStrictEqual(others, {
    date: new Date(5),
    map: new Map([[1, 2]]),
    set: new Set([1]),
    regexp: /a/g,
    boxed: Object(true),
    bytes: new Uint8Array([1]),
    buffer: new ArrayBuffer(2),
    list: [1],
    plain: { a: 1 },
    instance: { x: 1 },
  });
  assert.deepEqual([error.constructor, error.message], [RangeError, 'far']);
  assert.deepStrictEqual(roundTrip(Object.setPrototypeOf(new Date(5), null)), new Date(5));
  assert.deepStrictEqual(roundTrip(Object.setPrototypeOf(new Map([[1, 2]]), Date.prototype)), new Map([[1, 2]]));
});

test('an invalid date stays one', () => {
  const got = roundTrip(new Date(NaN));
  assert.ok(got instanceof Date && Number.isNaN(got.getTime()));
});

test('identity and cycles survive', () => {
  /** @type {any} */
  const node = { name: 'node' };
  node.self = node;
  node.list = [node, node.list];
  const [first, second] = roundTrip([node, node]);
  assert.equal(first, second);
  assert.equal(first.self, first);
  assert.equal(first.list[0], first);
});

test('two views of one buffer still share it, with offsets', () => {
  const buffer = new ArrayBuffer(8);
  const [whole, part] = roundTrip([new Uint8Array(buffer), new Uint16Array(buffer, 2, 2)]);
  whole[2] = 7;
  assert.equal(part[0], 7);
  assert.deepEqual([part.byteOffset, part.length], [2, 2]);
});

test('a Buffer arrives as a Uint8Array, without its pool', () => {
  const got = roundTrip(Buffer.from('hello'));
  assert.deepEqual([got.constructor, got.buffer.byteLength, String.fromCharCode(...got)], [Uint8Array, 5, 'hello']);
});

test('errors keep type, message, stack and cause, and nothing else', () => {
  const error = Object.assign(new TypeError('bad', { cause: new Error('why') }), { code: 1 });
  const got = roundTrip(error);
  assert.deepEqual(
    [got.constructor, got.message, got.stack, got.cause.message, got.code],
    [TypeError, 'bad', error.stack, 'why', undefined],
  );
  assert.equal(roundTrip(Object.assign(new Error('x'), { name: 'Custom' })).name, 'Error');
  class Own extends Error {}
  assert.equal(roundTrip(new Own('own')).constructor, Error);
});

test('instances become plain objects with their own data', () => {
  class Point {
    x = 1;

    #hidden = 2;

    get sum() {
      return this.x + this.#hidden;
    }
  }
  const got = roundTrip(new Point());
  assert.deepStrictEqual(got, { x: 1 });
  assert.deepStrictEqual(
    roundTrip({
      get computed() {
        return 5;
      },
      [Symbol('s')]: 1,
    }),
    { computed: 5 },
  );
  assert.deepStrictEqual(roundTrip(Object.assign(Object.create(null), { a: 1 })), { a: 1 });
});

test('objects of the platform are cloned, or refused, as the engine itself does', () => {
  const outcomeOf = (/** @type {(value: unknown) => unknown} */ clone) => {
    try {
      return clone(new URL('https://a.example/'));
    } catch {
      return 'refused'; // by Node.js from version 22.13 on, and by pages
    }
  };
  assert.deepStrictEqual(outcomeOf(roundTrip), outcomeOf(structuredClone));
});

/** @type {[string, () => unknown][]} */
const refused = [
  ['functions', () => () => {}],
  ['symbols', () => Symbol('s')],
  ['promises', () => Promise.resolve()],
  ['weak maps', () => new WeakMap()],
  ['proxies', () => new Proxy({}, {})],
  ['deep functions', () => ({ a: [new Map([[1, () => {}]])] })],
  ['generators', () => (function* () {})()],
  [
    'arguments',
    () =>
      (function () {
        return arguments;
      })(),
  ],
  [
    'instances with functions',
    () =>
      new (class {
        f = () => {};
      })(),
  ],
  [
    'throwing getters',
    () => ({
      get x() {
        throw new RangeError('getter');
      },
    }),
  ],
  ['the environment', () => process.env],
  ['shared memory', () => new SharedArrayBuffer(1)],
  ['growable shared memory', () => Reflect.construct(SharedArrayBuffer, [1, { maxByteLength: 2 }])],
  ['views of shared memory', () => new Uint8Array(new SharedArrayBuffer(1))],
  ['boxed symbols', () => Object(Symbol('s'))],
  ['proxies of arrays', () => new Proxy([], {})],
  ['weak maps of another realm', () => vm.runInNewContext('new WeakMap()')],
  ['promises of another realm', () => vm.runInNewContext('Promise.resolve(1)')],
  ['arguments of another realm', () => vm.runInNewContext('({ plain: {}, deep: (function () { return arguments; })() })')],
  ['blobs', () => new Blob([])],
  ['native objects', () => Object.create(WebContents.prototype)],
];
for (const [what, make] of refused) {
  test(`${what} are refused with Electron's text`, () => {
    assert.throws(() => codec.encode(make()), { name: 'Error', message: 'An object could not be cloned.' });
  });
}

test("the page's copy is the same source, and needs nothing around it", () => {
  const source = `(${require('../lib/codec/create-codec')})`;
  const create = vm.runInNewContext(source, { structuredClone, Uint8Array, ArrayBuffer, DataView });
  assert.equal(create.name, 'createCodec');
  const kinds = vm.runInNewContext(`(${require('../lib/codec/create-kinds')})()`);
  assert.deepEqual([kinds.kindOf(new Date()), kinds.kindOf(new Error('far'))], ['date', 'error']);
});
