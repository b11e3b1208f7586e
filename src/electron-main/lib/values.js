'use strict';

// Values cross the bridge as: u32 little-endian length of the stream, V8's structured-clone stream, bytes of the views.
// A view is a host object in the stream (letter of its class, byte length, offset of its bytes behind the stream), for two reasons:
// V8 would write the whole buffer that a view looks at (S123), and bytes outside the stream need no copy on their way to the socket.

const { types } = require('node:util');
const v8 = require('node:v8');

const PREFIX_SIZE = 4;

/** The letters by which V8's own format names the classes of views. Float16Array is missing from older engines. */
const LETTERS = new Map([
  ['Int8Array', 'b'], ['Uint8Array', 'B'], ['Uint8ClampedArray', 'C'], ['Int16Array', 'w'], ['Uint16Array', 'W'], ['Int32Array', 'd'],
  ['Uint32Array', 'D'], ['Float16Array', 'h'], ['Float32Array', 'f'], ['Float64Array', 'F'], ['BigInt64Array', 'q'],
  ['BigUint64Array', 'Q'], ['DataView', '?'],
].map(([name, letter]) => [/** @type {string} */ (name), /** @type {string} */ (letter).charCodeAt(0)]));

/** @type {Map<number, new (buffer: ArrayBuffer) => ArrayBufferView>} */
const CLASSES = new Map([...LETTERS]
  .filter(([name]) => name in globalThis)
  .map(([name, letter]) => [letter, Reflect.get(globalThis, name)]));

/** The class of a view by its internal slot, which neither a subclass (such as Buffer) nor a changed prototype can hide. */
const typedArrayName = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get;

class ValueSerializer extends v8.Serializer {
  constructor() {
    super();
    /** @type {Buffer[]} */
    this.blobs = [];
    this.blobLength = 0;
    /** @type {any} Documented by Node, missing from its types. */ (this)._setTreatArrayBufferViewsAsHostObjects(true);
  }

  /**
   * Called by V8 for views, and for objects that only native code understands.
   * @param {object} object
   */
  _writeHostObject(object) {
    if (!ArrayBuffer.isView(object) || types.isSharedArrayBuffer(object.buffer)) {
      throw new Error('Not a view of an ArrayBuffer.');
    }
    const letter = LETTERS.get(typedArrayName?.call(object) ?? 'DataView');
    if (letter === undefined) throw new Error('An unknown class of views.');
    this.writeUint32(letter);
    this.writeUint32(object.byteLength);
    this.writeUint32(this.blobLength);
    this.blobLength += object.byteLength;
    if (object.byteLength > 0) this.blobs.push(Buffer.from(object.buffer, object.byteOffset, object.byteLength));
  }
}

class ValueDeserializer extends v8.Deserializer {
  /**
   * @param {Buffer} stream
   * @param {Buffer} blobs
   */
  constructor(stream, blobs) {
    super(stream);
    this.blobs = blobs;
  }

  _readHostObject() {
    const letter = this.readUint32();
    const length = this.readUint32();
    const offset = this.readUint32();
    const Class = CLASSES.get(letter);
    if (Class === undefined || offset + length > this.blobs.length) throw new Error('A view in the message is damaged.');
    const bytes = new Uint8Array(length);
    bytes.set(this.blobs.subarray(offset, offset + length));
    return new Class(bytes.buffer);
  }
}

/**
 * Encodes one value, or throws before anything is encoded.
 * @param {unknown} value whatever Electron's structured clone accepts
 * @returns {Buffer[]} to be written one after another. All but the first are the value's own bytes, not copies: write them before the
 *   value can change.
 */
function encode(value) {
  const serializer = new ValueSerializer();
  try {
    serializer.writeRawBytes(Buffer.alloc(PREFIX_SIZE));
    serializer.writeHeader();
    serializer.writeValue(value);
    const head = serializer.releaseBuffer();
    head.writeUInt32LE(head.length - PREFIX_SIZE, 0);
    return [head, ...serializer.blobs];
  } catch (cause) {
    // Electron's text whatever the reason, also for an exception out of a getter (S117).
    throw new Error('An object could not be cloned.', { cause });
  }
}

/**
 * Decodes one value. Nothing in it refers to the given bytes.
 * @param {Buffer} payload what encode made, or its counterpart in C#
 * @returns {unknown}
 */
function decode(payload) {
  const end = PREFIX_SIZE + payload.readUInt32LE(0);
  if (end > payload.length) throw new Error('The message is shorter than its length says.');
  const deserializer = new ValueDeserializer(payload.subarray(PREFIX_SIZE, end), payload.subarray(end));
  deserializer.readHeader();
  return deserializer.readValue();
}

/** The version of V8's format that this engine writes: 15 for Node.js 22 to 26, 16 for Electron 43 and later. */
const formatVersion = /** @type {number} */ (v8.serialize(null)[1]);

module.exports = { encode, decode, formatVersion };
