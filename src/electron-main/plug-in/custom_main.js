'use strict';

// Electron.NET's main.js calls this before Electron is ready. For more JavaScript of your own put a file of this name into the folder
// `electron` of the project; it takes the place of this one, so it needs the line below as well.

const path = require('node:path');

module.exports.onStartup = () => {
  require(path.join(__dirname, 'ipcapp', 'electron-main', 'plug-in')).attach();
  return true;
};
