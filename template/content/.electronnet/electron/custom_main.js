'use strict';

// Your own JavaScript in Electron's main process. Electron.NET loads this file before Electron is ready. It must stay CommonJS.
module.exports.onStartup = () => {
  require('./ipcapp/electron-main/plug-in').attach(); // window.ipc, app://local/ and all messages
  return true; // false would end the app
};
