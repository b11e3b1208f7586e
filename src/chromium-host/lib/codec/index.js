'use strict';
const { types } = require('node:util');
const createCodec = require('./create-codec');
const messageText = require('./message-text');
const { isNativeBacked } = require('../native-backed');

module.exports = createCodec({
  messageText,
  toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  fromBase64(text) {
    const bytes = Buffer.from(text, 'base64');
    // a small Buffer shares Node's pool with other values; a large one owns its memory and needs no copy
    const isWhole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
    return isWhole ? new Uint8Array(/** @type {ArrayBuffer} */ (bytes.buffer)) : new Uint8Array(bytes);
  },
  isHostObject: (value) => types.isProxy(value) || isNativeBacked(value),
  isPooledView: (view) => Buffer.isBuffer(view),
});
