'use strict';

// Node writes version 15 of V8's format, Electron 43 and later 16. For the values that occur here the two differ in the header alone, so this
// is what such an Electron sends.

const v8 = require('node:v8');

const VERSION = Number(process.env.IPCAPP_CONFORMANCE_V8 ?? 0);
/** Behind the length that the host puts first, and the tag of V8's header. */
const VERSION_AT = 5;

if (VERSION > 0) {
  const { releaseBuffer } = v8.Serializer.prototype;
  v8.Serializer.prototype.releaseBuffer = function () {
    const bytes = releaseBuffer.call(this);
    if (this.constructor.name === 'ValueSerializer') { // the host's; others of this process are read by this Node again
      bytes[VERSION_AT] = VERSION;
    }
    return bytes;
  };
}
