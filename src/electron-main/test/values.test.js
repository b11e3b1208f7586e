'use strict';

const assert = require('node:assert/strict');
const test = require('node:test');

const { decode, encode, formatVersion } = require('../lib/values.js');

/** @param {unknown} value */
const roundTrip = (value) => decode(Buffer.concat(encode(value)));

const CLONE_ERROR = { name: 'Error', message: 'An object could not be cloned.' };

test('the version is the one this engine writes', () => {
  assert.ok(formatVersion === 15 || formatVersion === 16);
  assert.equal(encode(null)[0]?.[5], formatVersion);
});

test('a payload is length, stream, binary data', () => {
  const [head, blob, ...rest] = encode({ data: Uint8Array.of(1, 2, 3) });
  assert.ok(head && blob);
  assert.equal(head.readUInt32LE(0), head.length - 4);
  assert.equal(head[4], 0xFF);
  assert.deepEqual([...blob], [1, 2, 3]);
  assert.deepEqual(rest, []);
});

test('binary data is not copied on its way out, and empty data adds no buffer', () => {
  const data = new Uint8Array(100);
  assert.equal(encode(data)[1]?.buffer, data.buffer);
  assert.equal(encode(new Uint8Array(0)).length, 1);
});

test('values of every kind survive', () => {
  const value = {
    undefined, null: null, big: -(2n ** 70n), minusZero: -0, text: '\ud800 \u20ac', date: new Date(5), regExp: /a/gi, holes: [1, , 3],
    map: new Map([[{}, new Set([NaN])]]), boxed: Object('text'), buffer: Uint8Array.of(1, 2).buffer,
    error: new RangeError('far', { cause: 1 }),
  };
  assert.deepStrictEqual(roundTrip(value), value);
});

test('views keep their class', () => {
  const classes = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array,
    Float64Array, BigInt64Array, BigUint64Array, DataView];
  const newer = 'Float16Array' in globalThis ? [Reflect.get(globalThis, 'Float16Array')] : [];
  for (const Class of [...classes, ...newer]) {
    const view = new Class(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8).buffer);
    assert.deepStrictEqual(roundTrip(view), view);
  }
});

test('a view brings only its own bytes, in a buffer of its own (S123)', () => {
  const pooled = Buffer.from('secret neighbour').subarray(7, 9);
  const arrived = /** @type {Uint8Array} */ (roundTrip(pooled));
  assert.equal(arrived.constructor, Uint8Array);
  assert.equal(Object.getPrototypeOf(arrived), Uint8Array.prototype);
  assert.equal(arrived.buffer.byteLength, 2);
  assert.deepEqual([...arrived], [...Buffer.from('ne')]);
  assert.ok(!Buffer.concat(encode(pooled)).includes('secret'));
});

test('no neighbour of a view leaks, whatever its class, and whether it is a small slice of the pool or of a large buffer', () => {
  const secret = Buffer.from('NEIGHBOUR'.repeat(20));
  for (const Class of [Uint8Array, Int16Array, Float64Array, BigInt64Array, DataView]) {
    for (const length of [0, 8, 16]) {
      const slab = Uint8Array.from(secret).buffer;
      const view = Class === DataView ? new DataView(slab, 16, length)
        : Reflect.construct(Class, [slab, 16, length / Reflect.get(Class, 'BYTES_PER_ELEMENT')]);
      new Uint8Array(slab, 16, length).fill(1);
      assert.ok(!Buffer.concat(encode([view, { view }])).includes('NEIGHB'));
      const arrived = /** @type {DataView} */ (roundTrip(view));
      assert.equal(arrived.buffer.byteLength, length);
      assert.ok(new Uint8Array(arrived.buffer).every((byte) => byte === 1));
    }
  }
});

test('views over one buffer, and an empty one at its end, keep their own bytes', () => {
  const { buffer } = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const views = [new Uint8Array(buffer, 1, 3), new Uint8Array(buffer, 8, 0), new Uint16Array(buffer, 2, 2), new DataView(buffer, 7)];
  const arrived = /** @type {DataView[]} */ (roundTrip(views));
  assert.deepEqual(arrived.map((view) => [...new Uint8Array(view.buffer)]), [[2, 3, 4], [], [3, 4, 5, 6], [8]]);
});

test('a view on a resizable buffer brings what it shows now', () => {
  const buffer = Reflect.construct(ArrayBuffer, [4, { maxByteLength: 16 }]);
  const tracking = new Uint8Array(buffer);
  Reflect.get(buffer, 'resize').call(buffer, 6);
  assert.deepEqual([.../** @type {Uint8Array} */ (roundTrip(tracking))], [0, 0, 0, 0, 0, 0]);
});

test('nothing decoded refers to the received bytes', () => {
  const payload = Buffer.concat(encode([Uint8Array.of(1, 2), Uint8Array.of(3).buffer, 'text']));
  const [view, buffer, text] = /** @type {[Uint8Array, ArrayBuffer, string]} */ (decode(payload));
  payload.fill(0);
  assert.deepEqual([...view, ...new Uint8Array(buffer), text], [1, 2, 3, 'text']);
});

test('a view in a changed disguise keeps its class', () => {
  const view = Uint8Array.of(1);
  Object.defineProperty(view, 'constructor', { value: Float64Array });
  assert.deepEqual([.../** @type {Uint8Array} */ (roundTrip(view))], [1]);
});

test('shared objects and cycles survive, two views of one buffer become two', () => {
  const shared = { view: Uint8Array.of(1) };
  const cycle = /** @type {unknown[]} */ ([shared, shared, shared.view]);
  cycle.push(cycle);
  const arrived = /** @type {any[]} */ (roundTrip(cycle));
  assert.equal(arrived[0], arrived[1]);
  assert.equal(arrived[0].view, arrived[2]);
  assert.equal(arrived[3], arrived);
  const buffer = new ArrayBuffer(2);
  const [first, second] = /** @type {Uint8Array[]} */ (roundTrip([new Uint8Array(buffer), new Uint8Array(buffer)]));
  assert.notEqual(first?.buffer, second?.buffer);
});

test('a property named __proto__ is only a property', () => {
  const arrived = /** @type {any} */ (roundTrip(JSON.parse('{"__proto__":{"polluted":true}}')));
  assert.equal(Object.getPrototypeOf(arrived), Object.prototype);
  assert.equal(arrived.polluted, undefined);
  assert.ok(Object.hasOwn(arrived, '__proto__'));
});

test('what Electron cannot clone throws its text', () => {
  const uncloneable = [() => {}, Symbol('s'), Promise.resolve(), new WeakMap(), new Proxy({}, {}), new SharedArrayBuffer(1),
    new Uint8Array(new SharedArrayBuffer(1)), process.env, new Map([[1, () => {}]])];
  for (const value of uncloneable) assert.throws(() => encode(value), CLONE_ERROR);
  assert.throws(() => encode({ get broken() { throw new TypeError('mine'); } }), CLONE_ERROR);
});

test('a value nested too deeply throws the same text, and the next one goes', () => {
  /** @type {unknown} */ let deep = 1;
  for (let depth = 0; depth < 1_000_000; depth++) deep = depth % 2 === 0 ? [deep] : { deep };
  assert.throws(() => encode(deep), CLONE_ERROR);
  assert.deepEqual(roundTrip([1]), [1]);
});

test('a payload nested too deeply to be read throws', () => {
  const depth = 1_000_000;
  const stream = Buffer.concat([Buffer.from([0xFF, 15]), Buffer.alloc(2 * depth, Buffer.from([0x41, 1])), Buffer.from('0')]);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(stream.length);
  assert.throws(() => decode(Buffer.concat([head, stream])));
});

test('nothing is left of a value that failed half-way', () => {
  const good = Uint8Array.of(1, 2, 3);
  assert.throws(() => encode([good, 'text', () => {}]), CLONE_ERROR);
  const [head, ...blobs] = encode([good]);
  assert.equal(blobs.length, 1);
  assert.deepEqual(decode(Buffer.concat([/** @type {Buffer} */ (head), ...blobs])), [good]);
});

test('sizes from nothing to 3 MB and a byte', () => {
  for (const size of [0, 1, 65535, 65536, 65537, 256 * 1024 + 3, 3 * 1024 * 1024 + 1]) {
    const bytes = Buffer.alloc(size, 'sizes');
    assert.ok(bytes.equals(/** @type {Uint8Array} */ (roundTrip(bytes))));
    for (const text of ['\u00e9'.repeat(size), '\u20ac'.repeat(size)]) assert.equal(roundTrip(text), text);
  }
});

test('a damaged payload throws', () => {
  const payload = Buffer.concat(encode([Uint8Array.of(1, 2, 3), 'text']));
  for (let length = 0; length < payload.length; length++) assert.throws(() => decode(payload.subarray(0, length)), `length ${length}`);
});
