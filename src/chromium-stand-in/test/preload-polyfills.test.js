'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const legacyUrl = require('node:url');
const NodeEmitter = require('node:events');
const createEncodings = require('../lib/renderer/create-encodings');
const createBuffer = require('../lib/renderer/create-buffer');
const createEmitter = require('../lib/renderer/create-emitter');
const createUrl = require('../lib/renderer/create-url');
const base64 = require('../lib/renderer/base64');

/** @type {any} */
const Own = createBuffer(createEncodings(base64));
/** @type {any} */
const Nodes = Buffer;

/** What a function gives with either Buffer: bytes as an array, an error as its class. @param {(B: any) => any} make */
function same(make) {
  const [own, nodes] = [Own, Nodes].map((B) => {
    try {
      const made = make(B);
      return ArrayBuffer.isView(made) ? Array.from(/** @type {any} */ (made)) : made;
    } catch (error) {
      return /** @type {Error} */ (error).constructor.name;
    }
  });
  assert.deepEqual(own, nodes);
}

const texts = ['', 'a', 'café €', '😀x', '\ud800', 'ff00zz', 'f', 'aGVsbG8', 'aGVs bG8=', '_-8', 'a=b', '\u0000\u00ff', 'x'.repeat(40000)];
const encodings = ['utf8', 'UTF-8', 'hex', 'base64', 'base64url', 'latin1', 'binary', 'ascii', 'utf16le', 'ucs2', 'no such'];
for (const encoding of encodings) {
  test(`text in ${encoding} is written and read as Node does`, () => {
    for (const text of texts) {
      same((B) => B.from(text, encoding));
      same((B) => B.byteLength(text, encoding));
      same((B) => B.alloc(5).fill(text, encoding));
      same((B) => B.alloc(5).write(text, 1, encoding));
    }
    for (const bytes of [[], [0xe9, 0x82, 0xff, 0x41], [0xf0, 0x9f, 0x98, 0x80], [1, 2, 3]]) same((B) => B.from(bytes).toString(encoding));
    same((B) => B.isEncoding(encoding));
  });
}

/** @type {((B: any) => any)[]} */
const uses = [
  (B) => B.from([1, 256, -1, 2.7]),
  (B) => B.from(new Uint16Array([1, 258])),
  (B) => B.from(new Uint8Array([1, 2, 3]).buffer, 1, 1),
  (B) => B.from(B.from([1, 2]).toJSON()),
  (B) => B.from(Object('text')),
  (B) => B.from(5),
  (B) => B.from(null),
  (B) => B.alloc(3, 'ab'),
  (B) => B.alloc(3, 7),
  (B) => B.alloc(-1),
  (B) => B.alloc('3'),
  (B) => B.concat([B.from([1, 2]), new Uint8Array([3])]),
  (B) => B.concat([B.from([1, 2]), B.from([3])], 2),
  (B) => B.concat([B.from([1])], 3),
  (B) => [B.compare(B.from('a'), B.from('b')), B.from('b').compare(B.from('ab'), 1), B.from('a').equals(new Uint8Array([97]))],
  (B) => [B.isBuffer(B.alloc(1)), B.isBuffer(new Uint8Array(1)), B.isBuffer(null)],
  (B) => ['indexOf', 'lastIndexOf', 'includes'].map((name) => [B.from('abcabc')[name]('bc'), B.from('abcabc')[name](99, 3), B.from('ab')[name]('x')]),
  (B) => [B.from('abcabc').indexOf('bc', 2), B.from('abcabc').lastIndexOf('bc', 3), B.from('abc').indexOf(B.from('c')), B.from('abc').indexOf('')],
  (B) => [B.from('abcabc').indexOf('c', -1), B.from('abcabc').lastIndexOf('a', -4), B.from('abc').lastIndexOf('a', -9)],
  (B) => B.from('hello').toString('utf8', 1, 3),
  (B) => B.from('hello').toString('utf8', -1, 99),
  (B) => B.from('hello').slice(-3, -1).toString(),
  (B) => {
    const whole = B.from('hello');
    whole.slice(1, 3)[0] = 0;
    return whole;
  },
  (B) => [B.from('abc').copy(B.alloc(2)), B.from('abc').copy(B.alloc(5), 1, 1)],
  (B) => B.from([1, 2, 3, 4, 5, 6, 7, 8]).swap16(),
  (B) => B.from([1, 2, 3, 4, 5, 6, 7, 8]).swap32(),
  (B) => B.from([1, 2, 3, 4, 5, 6, 7, 8]).swap64(),
  (B) => B.from([1, 2, 3]).swap16(),
  (B) => [B.from('€').write('x'), B.alloc(2).write('€'), B.alloc(4).write('a€')],
  (B) => JSON.stringify(B.from('hi')),
  (B) => `${B.from('implicit')}`,
  (B) => B.alloc(4).fill(B.from([1, 2]), 1),
  (B) => B.alloc(6).subarray(2).constructor === B,
];
for (const use of uses) test(`Buffer: ${String(use).replace(/\s+/g, ' ').slice(0, 90)}`, () => same(use));

test('Buffer reads and writes every kind of number as Node does', () => {
  const bytes = [0x80, 1, 2, 0xff, 0x7f, 0xfe, 3, 4, 5];
  const kinds = Object.getOwnPropertyNames(Buffer.prototype).filter((name) => /^(read|write)U?[iI]nt|^(read|write)(Big|Float|Double)/.test(name));
  assert.ok(kinds.length > 60);
  for (const name of kinds) {
    const isBig = name.includes('Big');
    const sized = /[iI]nt(LE|BE)$/.test(name);
    for (const value of [0, 1, 100, 255, 65536, -1, -129, 2 ** 40].map((each) => (isBig ? BigInt(each) : each))) {
      for (const size of sized ? [1, 2, 3, 4, 5, 6, 7] : [undefined]) {
        if (name.startsWith('read')) same((B) => [name, B.from(bytes)[name](sized ? 1 : 0, size)]);
        else {
          same((B) => {
            const buffer = B.from(bytes);
            return [buffer[name](value, 1, size), ...buffer];
          });
        }
      }
    }
    if (name.startsWith('read')) same((B) => B.from([1])[name](sized ? 1 : 2, 2));
  }
});

const addresses = [
  'https://user:pa%20ss@Host.example:8080/p/a?q=1&q=2&r=#hash',
  'http://host.example',
  'file:///a/b.txt',
  'mailto:someone@example.com',
  '/path/only?x=y#z',
  'relative/path',
  '?search',
  '#hash',
  'app://local/index.html',
  'http://[::1]:80/x',
  'https://h/with space/"quote"',
  '',
];
test('url parses and formats addresses as Node does', () => {
  const own = createUrl();
  for (const address of addresses) {
    const { query, ...parsed } = own.parse(address);
    const { query: nodeQuery, ...nodes } = legacyUrl.parse(address);
    assert.deepEqual({ ...parsed }, { ...nodes }, address);
    assert.equal(query, nodeQuery);
    assert.deepEqual({ ...own.parse(address, true).query }, { ...legacyUrl.parse(address, true).query });
    assert.equal(own.format(own.parse(address)), legacyUrl.format(legacyUrl.parse(address)));
  }
  assert.equal(own.format({ protocol: 'http', hostname: 'h', port: 8, pathname: 'p', query: { a: [1, 2] } }), 'http://h:8/p?a=1&a=2');
  assert.equal(own.format(new URL('https://h/?x#y')), 'https://h/?x#y');
  for (const [from, to] of [['/one/two/three', 'four'], ['http://example.com/', '/one'], ['http://example.com/one', '../two'], ['http://a/b', 'https://c/d']]) {
    assert.equal(own.resolve(/** @type {string} */ (from), /** @type {string} */ (to)), legacyUrl.resolve(/** @type {string} */ (from), /** @type {string} */ (to)));
  }
});

test('an emitter has all methods of Node that concern listeners, with the same effects', async () => {
  const OwnEmitter = createEmitter();
  const methods = [
    'addListener', 'emit', 'eventNames', 'getMaxListeners', 'listenerCount', 'listeners', 'off', 'on', 'once', 'prependListener',
    'prependOnceListener', 'rawListeners', 'removeAllListeners', 'removeListener', 'setMaxListeners',
  ];
  const [own, nodes] = [OwnEmitter, NodeEmitter].map((/** @type {any} */ Emitter) => {
    const emitter = new Emitter();
    /** @type {unknown[]} */
    const log = [];
    const listener = () => log.push('on');
    emitter.on('newListener', (/** @type {string} */ name) => log.push(`new ${name}`));
    emitter.on('removeListener', (/** @type {string} */ name) => log.push(`gone ${name}`));
    emitter.on('a', listener);
    emitter.prependOnceListener('a', () => log.push('first'));
    emitter.once('a', () => log.push('once'));
    log.push(emitter.emit('a'), emitter.emit('a'), emitter.emit('b'), emitter.listenerCount('a'), emitter.getMaxListeners());
    emitter.off('a', listener);
    emitter.setMaxListeners(3).on('c', listener).removeAllListeners('c');
    log.push(emitter.getMaxListeners(), emitter.eventNames(), Emitter.defaultMaxListeners, Emitter.EventEmitter === Emitter);
    log.push(methods.filter((name) => typeof emitter[name] !== 'function'));
    return log;
  });
  assert.deepEqual(own, nodes);
  const emitter = new OwnEmitter();
  const heard = OwnEmitter.once(emitter, 'x');
  emitter.emit('x', 1, 2);
  assert.deepEqual(await heard, [1, 2]);
});
