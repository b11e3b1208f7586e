'use strict';

const v8 = require('node:v8');
const { app, BrowserWindow, ipcMain } = require('electron');

// Real/ForeignSite.cs, under the name that Driver/ConformanceApp.cs has for it.
app.commandLine.appendSwitch('host-resolver-rules', `MAP foreign.localhost:80 ${process.env.IPCAPP_CONFORMANCE_FOREIGN}`);

// What a window shows, for Real/RealPage.cs.
ipcMain.handle('conformance:shown', (_event, id) => {
  const window = BrowserWindow.fromId(id);
  const [width, height] = window.getSize();
  const [minWidth, minHeight] = window.getMinimumSize();
  return { title: window.getTitle(), width, height, minWidth, minHeight, isVisible: window.isVisible() };
});

// What pages sent is changed here, on its way from Electron to .NET, as no page could: Driver/WireMarks.cs does the same for fakes.

/**
 * Node writes version 15 of V8's format, Electron 43 and later 16. For the values that occur here the two differ in the header alone, so
 * with IPCAPP_CONFORMANCE_V8=16 this is what such an Electron sends.
 */
const VERSION = Number(process.env.IPCAPP_CONFORMANCE_V8 ?? 0);

/** Behind the length that Electron puts first, and the tag of V8's header. */
const VERSION_AT = 5;
const VALUE_AT = 6;
const NO_TAG = 0x7f;

const { releaseBuffer } = v8.Serializer.prototype;
const { readHeader } = v8.Deserializer.prototype;
const ownVersion = v8.serialize(null)[1];

v8.Serializer.prototype.releaseBuffer = function () {
  const bytes = releaseBuffer.call(this);
  if (this.constructor.name === 'ValueSerializer') { // Electron's; others of this process are read by this Node again
    if (VERSION > 0) bytes[VERSION_AT] = VERSION;
    if (bytes.includes('conformance:damaged')) bytes[VALUE_AT] = NO_TAG;
    else if (bytes.includes('conformance:next-version')) bytes[VERSION_AT]++;
  }
  return bytes;
};

// Bytes that .NET only passed on, from port to port: an engine that writes this version reads it, too.
v8.Deserializer.prototype.readHeader = function () {
  if (VERSION > 0 && this.constructor.name === 'ValueDeserializer' && this.buffer[1] === VERSION) this.buffer[1] = ownVersion;
  return readHeader.call(this);
};
