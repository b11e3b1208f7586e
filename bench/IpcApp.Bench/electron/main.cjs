'use strict';

// The reference: handlers in JavaScript, beside the C# ones in the same app.

const { ipcMain } = require('electron');

ipcMain.handle('js:small', (_event, note) => ({ ...note, done: !note.done }));
ipcMain.handle('js:records', (_event, notes) => notes);
ipcMain.handle('js:bytes', (_event, bytes) => bytes);
