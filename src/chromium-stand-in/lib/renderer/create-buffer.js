'use strict';

/**
 * Node's `Buffer`, which sandboxed preload scripts have as a global. Runs in the page, as text.
 * @param {ReturnType<typeof import('./create-encodings')>} encodings
 */
module.exports = function createBuffer(encodings) {
  /** @param {number} size */
  function checkSize(size) {
    if (typeof size !== 'number') throw new TypeError(`The "size" argument must be of type number. Received type ${typeof size}`);
    if (!(size >= 0)) throw new RangeError(`The value of "size" is out of range. Received ${size}`);
  }

  /** A position as the methods of arrays take it. @param {number | undefined} position @param {number} length @param {number} otherwise */
  function clamp(position, length, otherwise) {
    const whole = Math.trunc(Number(position ?? otherwise)) || 0;
    return Math.min(Math.max(whole < 0 ? whole + length : whole, 0), length);
  }

  class Buffer extends Uint8Array {
    static poolSize = 8192;

    /**
     * @param {any} value @param {any} [encodingOrOffset] @param {number} [length]
     * @returns {any}
     */
    static from(value, encodingOrOffset, length) {
      if (typeof value === 'string') return view(encodings.find(encodingOrOffset).write(value));
      const primitive = value?.valueOf?.();
      if (primitive !== undefined && primitive !== null && primitive !== value) return Buffer.from(primitive, encodingOrOffset, length);
      const tag = Object.prototype.toString.call(value);
      if (tag === '[object ArrayBuffer]' || tag === '[object SharedArrayBuffer]') return new Buffer(value, encodingOrOffset, length);
      if (ArrayBuffer.isView(value) || typeof value?.length === 'number') return view(Uint8Array.from(/** @type {any} */ (value)));
      if (value?.type === 'Buffer' && Array.isArray(value.data)) return Buffer.from(value.data);
      if (typeof value?.[Symbol.toPrimitive] === 'function') return Buffer.from(value[Symbol.toPrimitive]('string'), encodingOrOffset);
      throw new TypeError(
        'The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. ' +
          `Received ${value === null ? 'null' : `type ${typeof value}`}`,
      );
    }

    /** @param {number} size @param {string | number | Uint8Array} [fill] @param {string} [encoding] */
    static alloc(size, fill, encoding) {
      checkSize(size);
      const buffer = new Buffer(size);
      return fill === undefined ? buffer : buffer.fill(fill, 0, size, encoding);
    }

    /** @param {number} size */
    static allocUnsafe(size) {
      return Buffer.alloc(size);
    }

    /** @param {number} size */
    static allocUnsafeSlow(size) {
      return Buffer.alloc(size);
    }

    /** @param {unknown} value */
    static isBuffer(value) {
      return value instanceof Buffer;
    }

    /** @param {unknown} name */
    static isEncoding(name) {
      return encodings.isKnown(name);
    }

    /** @param {string | ArrayBuffer | ArrayBufferView} value @param {string} [encoding] */
    static byteLength(value, encoding) {
      if (typeof value !== 'string') return value.byteLength;
      const { write, estimate = (text) => write(text).length } = encodings.find(encodings.isKnown(encoding) ? encoding : 'utf8');
      return estimate(value);
    }

    /** @param {Uint8Array} one @param {Uint8Array} other */
    static compare(one, other) {
      const shared = Math.min(one.length, other.length);
      for (let at = 0; at < shared; at++) {
        const difference = /** @type {number} */ (one[at]) - /** @type {number} */ (other[at]);
        if (difference !== 0) return Math.sign(difference);
      }
      return Math.sign(one.length - other.length);
    }

    /** @param {Uint8Array[]} list @param {number} [length] */
    static concat(list, length = list.reduce((sum, { length: each }) => sum + each, 0)) {
      const all = Buffer.alloc(length);
      let at = 0;
      for (const each of list) {
        all.set(each.subarray(0, Math.max(length - at, 0)), Math.min(at, length));
        at += each.length;
      }
      return all;
    }

    /** @param {string} [encoding] @param {number} [start] @param {number} [end] */
    toString(encoding, start = 0, end = this.length) {
      const [from, to] = [Math.min(Math.max(start, 0), this.length), Math.min(Math.max(end, 0), this.length)];
      return from >= to ? '' : encodings.find(encoding).read(bytes(this).subarray(from, to));
    }

    toJSON() {
      return { type: 'Buffer', data: Array.from(this) };
    }

    /** @param {Uint8Array} other */
    equals(other) {
      return this === other || Buffer.compare(this, other) === 0;
    }

    /** @param {Uint8Array} target @param {number} [targetStart] @param {number} [targetEnd] @param {number} [start] @param {number} [end] */
    compare(target, targetStart = 0, targetEnd = target.length, start = 0, end = this.length) {
      return Buffer.compare(bytes(this).subarray(start, end), bytes(target).subarray(targetStart, targetEnd));
    }

    /** @param {any} value @param {any} [position] @param {string} [encoding] */
    indexOf(value, position, encoding) {
      return this.#find(value, position, encoding, 1);
    }

    /** @param {any} value @param {any} [position] @param {string} [encoding] */
    lastIndexOf(value, position, encoding) {
      return this.#find(value, position, encoding, -1);
    }

    /** @param {any} value @param {any} [position] @param {string} [encoding] */
    includes(value, position, encoding) {
      return this.indexOf(value, position, encoding) !== -1;
    }

    /** Unlike that of a Uint8Array it shares memory. @param {number} [start] @param {number} [end] @returns {any} */
    slice(start, end) {
      return this.subarray(start, end);
    }

    /** @param {any} value @param {any} [start] @param {any} [end] @param {string} [encoding] @returns {this} */
    fill(value, start = 0, end = this.length, encoding) {
      if (typeof start === 'string') return this.fill(value, 0, this.length, start);
      if (typeof end === 'string') return this.fill(value, start, this.length, end);
      if (typeof value !== 'string' && !ArrayBuffer.isView(value)) return super.fill(Number(value) & 0xff, start, end);
      const pattern = typeof value === 'string' ? encodings.find(encoding).write(value) : /** @type {Uint8Array} */ (value);
      if (pattern.length === 0 && value !== '') throw new TypeError(`The argument 'value' is invalid. Received ${String(value)}`);
      if (pattern.length === 0) return super.fill(0, start, end);
      for (let at = start; at < end; at++) this[at] = /** @type {number} */ (pattern[(at - start) % pattern.length]);
      return this;
    }

    /** @param {string} text @param {any} [offset] @param {any} [length] @param {string} [encoding] @returns {number} bytes that were written */
    write(text, offset = 0, length, encoding) {
      if (typeof offset === 'string') return this.write(text, 0, undefined, offset);
      if (typeof length === 'string') return this.write(text, offset, undefined, length);
      const room = Math.min(length ?? Infinity, this.length - offset);
      let written = encodings.find(encoding).write(text);
      if (written.length > room && encodings.find(encoding) === encodings.find('utf8')) written = wholeCharacters(written, room);
      else if (written.length > room) written = written.subarray(0, room);
      this.set(written, offset);
      return written.length;
    }

    /** @param {Uint8Array} target @param {number} [targetStart] @param {number} [start] @param {number} [end] @returns {number} bytes copied */
    copy(target, targetStart = 0, start = 0, end = this.length) {
      const part = bytes(this).subarray(start, Math.min(end, start + Math.max(target.length - targetStart, 0)));
      target.set(part, targetStart);
      return part.length;
    }

    swap16() {
      return this.#swap(2);
    }

    swap32() {
      return this.#swap(4);
    }

    swap64() {
      return this.#swap(8);
    }

    /** @param {number} size */
    #swap(size) {
      if (this.length % size !== 0) throw new RangeError(`Buffer size must be a multiple of ${size * 8}-bits`);
      for (let at = 0; at < this.length; at += size) bytes(this).subarray(at, at + size).reverse();
      return this;
    }

    /** @param {any} value @param {any} position @param {string | undefined} encoding @param {1 | -1} step @returns {number} */
    #find(value, position, encoding, step) {
      if (typeof position === 'string') return this.#find(value, undefined, position, step);
      if (typeof value === 'number') {
        const method = step > 0 ? super.indexOf : super.lastIndexOf;
        return method.call(this, value & 0xff, ...(position === undefined ? [] : [position]));
      }
      const wanted = typeof value === 'string' ? encodings.find(encoding).write(value) : bytes(value);
      const last = this.length - wanted.length;
      let at = Math.min(clamp(position, this.length, step > 0 ? 0 : this.length), step > 0 ? this.length : Math.max(last, -1));
      if (position !== undefined && position < -this.length && step < 0) return -1;
      for (; at >= 0 && at <= last; at += step) if (wanted.every((byte, index) => byte === this[at + index])) return at;
      return wanted.length === 0 && step > 0 && at <= this.length ? at : -1;
    }
  }

  /** @param {Uint8Array<ArrayBuffer>} content */
  const view = (content) => new Buffer(content.buffer, content.byteOffset, content.byteLength);
  /** @param {Uint8Array} buffer */
  const bytes = (buffer) => new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);

  /** What of UTF-8 fits, without a part of a character. @param {Uint8Array<ArrayBuffer>} text @param {number} room */
  function wholeCharacters(text, room) {
    let end = room;
    while (end > 0 && (/** @type {number} */ (text[end]) & 0xc0) === 0x80) end--;
    return text.subarray(0, end);
  }

  /** @type {[name: string, get: string, set: string, size: number][]} */
  const numbers = [
    ['Int8', 'getInt8', 'setInt8', 1],
    ['UInt8', 'getUint8', 'setUint8', 1],
    ['Int16', 'getInt16', 'setInt16', 2],
    ['UInt16', 'getUint16', 'setUint16', 2],
    ['Int32', 'getInt32', 'setInt32', 4],
    ['UInt32', 'getUint32', 'setUint32', 4],
    ['Float', 'getFloat32', 'setFloat32', 4],
    ['Double', 'getFloat64', 'setFloat64', 8],
    ['BigInt64', 'getBigInt64', 'setBigInt64', 8],
    ['BigUInt64', 'getBigUint64', 'setBigUint64', 8],
  ];

  /** @param {string} name @param {Function} value also under the name with `Uint` */
  function define(name, value) {
    for (const each of new Set([name, name.replace('UInt', 'Uint')])) {
      Object.defineProperty(Buffer.prototype, each, { value, configurable: true, enumerable: false, writable: true });
    }
  }

  /** @param {Uint8Array} buffer */
  const dataOf = (buffer) => /** @type {any} */ (new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength));

  /** @param {any} value @param {string} name @param {number} bits */
  function checkRange(value, name, bits) {
    if (name === 'Float' || name === 'Double') return;
    const [low, high] = name.includes('UInt') ? [0n, 2n ** BigInt(bits)] : [-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1)];
    const isBelow = value < low;
    if (isBelow || value >= high) {
      throw new RangeError(`The value of "value" is out of range. It must be >= ${low} and < ${high}. Received ${value}`);
    }
  }

  for (const [name, get, set, size] of numbers) {
    for (const [suffix, isLittle] of size === 1 ? /** @type {const} */ ([['', true]]) : /** @type {const} */ ([['LE', true], ['BE', false]])) {
      define(`read${name}${suffix}`, /** @this {Uint8Array} */ function (offset = 0) {
        return dataOf(this)[get](offset, isLittle);
      });
      define(`write${name}${suffix}`, /** @this {Uint8Array} */ function (/** @type {any} */ value, offset = 0) {
        checkRange(value, name, size * 8);
        dataOf(this)[set](offset, value, isLittle);
        return offset + size;
      });
    }
  }

  /** Integers of one to six bytes. @param {boolean} isSigned @param {boolean} isLittle */
  function defineVariable(isSigned, isLittle) {
    const name = `${isSigned ? 'Int' : 'UInt'}${isLittle ? 'LE' : 'BE'}`;
    /** @param {number} size @param {number} length @param {number} offset */
    function check(size, length, offset) {
      if (typeof size !== 'number') throw new TypeError(`The "byteLength" argument must be of type number. Received ${size}`);
      if (!(size >= 1 && size <= 6)) throw new RangeError(`The value of "byteLength" is out of range. It must be >= 1 and <= 6. Received ${size}`);
      if (!(offset >= 0 && offset + size <= length)) throw new RangeError(`The value of "offset" is out of range. Received ${offset}`);
    }
    /** @param {Uint8Array} buffer @param {number} offset @param {number} size the bytes, the most significant first */
    const part = (buffer, offset, size) => {
      const own = bytes(buffer).subarray(offset, offset + size);
      return isLittle ? Array.from(own).reverse() : Array.from(own);
    };
    define(`read${name}`, /** @this {Uint8Array} */ function (/** @type {number} */ offset, /** @type {number} */ size) {
      check(size, this.length, offset);
      const value = part(this, offset, size).reduce((sum, byte) => sum * 256 + byte, 0);
      return isSigned && value >= 2 ** (size * 8 - 1) ? value - 2 ** (size * 8) : value;
    });
    define(`write${name}`, /** @this {Uint8Array} */ function (/** @type {number} */ value, /** @type {number} */ offset, /** @type {number} */ size) {
      check(size, this.length, offset);
      checkRange(value, isSigned ? 'Int' : 'UInt', size * 8);
      let rest = value < 0 ? value + 2 ** (size * 8) : value;
      for (let at = 0; at < size; at++, rest = Math.floor(rest / 256)) this[isLittle ? offset + at : offset + size - 1 - at] = rest % 256;
      return offset + size;
    });
  }
  for (const isSigned of [true, false]) for (const isLittle of [true, false]) defineVariable(isSigned, isLittle);

  Reflect.defineProperty(Buffer.prototype, 'toLocaleString', { value: Buffer.prototype.toString, configurable: true, writable: true });
  return Buffer;
};
