const { contextBridge, ipcRenderer } = require('electron/renderer');

contextBridge.exposeInMainWorld('counter', {
  onChange: (listener) => ipcRenderer.on('update-counter', (_event, by) => listener(by)),
  report: (value) => ipcRenderer.send('counter-value', value),
});
