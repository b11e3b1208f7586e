const { contextBridge, ipcRenderer } = require('electron/renderer');

contextBridge.exposeInMainWorld('files', {
  choose: () => ipcRenderer.invoke('dialog:openFile'),
});
