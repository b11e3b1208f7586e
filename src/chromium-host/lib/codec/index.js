'use strict';
const { types } = require('node:util');
const createCodec = require('./create-codec');
const { isNativeBacked } = require('../native-backed');

module.exports = createCodec({
  toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  // a Buffer from a string may share Node's pool with strangers
  fromBase64: (text) => new Uint8Array(Buffer.from(text, 'base64')),
  isHostObject: (value) => types.isProxy(value) || isNativeBacked(value),
  isPooledView: (view) => Buffer.isBuffer(view),
});
