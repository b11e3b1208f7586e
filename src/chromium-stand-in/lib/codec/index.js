'use strict';
const { types } = require('node:util');
const { provideFloat16Array } = require('./float16');
const createCodec = require('./create-codec');
const createKinds = require('./create-kinds');
const messageText = require('./message-text');
const { isNativeBacked } = require('../native-backed');

provideFloat16Array();
const { kindOf } = createKinds(types.isNativeError);

/** Prototypes whose instances the engine was seen to clone as plain data. @type {WeakSet<object>} */
const dataPrototypes = new WeakSet([Object.prototype]);

/** @param {object} value of no kind that structured clone knows: the engine itself says whether it is data. */
function isData(value) {
  if (isNativeBacked(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || dataPrototypes.has(prototype)) return true;
  if (Object.getPrototypeOf(structuredClone(value)) !== Object.prototype) return false;
  dataPrototypes.add(prototype);
  return true;
}

module.exports = createCodec({
  messageText,
  toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  fromBase64(text) {
    const bytes = Buffer.from(text, 'base64');
    // a small Buffer shares Node's pool with other values; a large one owns its memory and needs no copy
    const isWhole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
    return isWhole ? new Uint8Array(/** @type {ArrayBuffer} */ (bytes.buffer)) : new Uint8Array(bytes);
  },
  copy: (value) => value, // objects of this host are told from data while they are what they are
  kindOf: (value) => (types.isProxy(value) ? 'uncloneable' : kindOf(value)),
  isData,
  isPooledView: (view) => Buffer.isBuffer(view),
});
