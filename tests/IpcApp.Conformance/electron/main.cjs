'use strict';

// What pages sent is changed here, on its way from the host to .NET, as no page could: Driver/WireMarks.cs does the same for fakes.

const v8 = require('node:v8');

/**
 * Node writes version 15 of V8's format, Electron 43 and later 16. For the values that occur here the two differ in the header alone, so
 * with IPCAPP_CONFORMANCE_V8=16 this is what such an Electron sends.
 */
const VERSION = Number(process.env.IPCAPP_CONFORMANCE_V8 ?? 0);

/** Behind the length that the host puts first, and the tag of V8's header. */
const VERSION_AT = 5;
const VALUE_AT = 6;
const NO_TAG = 0x7f;

const { releaseBuffer } = v8.Serializer.prototype;
v8.Serializer.prototype.releaseBuffer = function () {
  const bytes = releaseBuffer.call(this);
  if (this.constructor.name === 'ValueSerializer') { // the host's; others of this process are read by this Node again
    if (VERSION > 0) bytes[VERSION_AT] = VERSION;
    if (bytes.includes('conformance:damaged')) bytes[VALUE_AT] = NO_TAG;
    else if (bytes.includes('conformance:next-version')) bytes[VERSION_AT]++;
  }
  return bytes;
};
