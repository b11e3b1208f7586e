const { contextBridge, ipcRenderer } = require('electron/renderer');

contextBridge.exposeInMainWorld('windowTitle', {
  set: (title) => ipcRenderer.send('set-title', title),
});
