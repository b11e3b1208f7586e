'use strict';

// Your own JavaScript in Electron's main process. Electron loads this file before Electron is ready, so it is the place for what C# can
// not reach: a menu, a tray icon, auto-update, a scheme of your own. It must stay CommonJS: ES modules would load too late.
//
//   const { app, Menu } = require('electron');
//   app.whenReady().then(() => Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'viewMenu' }])));
