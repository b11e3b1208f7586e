'use strict';

// The preload of pages under test: it leaves Electron's own objects where the driver's scripts find them, in the isolated world.

const { contextBridge, ipcRenderer } = require('electron');

Object.assign(globalThis, { contextBridge, ipcRenderer });
