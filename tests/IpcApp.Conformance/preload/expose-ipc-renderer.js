'use strict';

// The preload of pages under test: it leaves Electron's own objects where the driver's scripts find them, in the isolated world.

const { contextBridge, ipcRenderer } = require('electron');

Object.assign(globalThis, { contextBridge, ipcRenderer });

// A page with this query listens as early as it can; the agent takes what has come by then.
if (location.search === '?early') {
  globalThis.early = [];
  ipcRenderer.on('conformance:early', (_event, ...args) => globalThis.early.push(args));
}
