'use strict';

// An app's own preload with plain ipcRenderer: it answers on every port that main passes on.
const { ipcRenderer } = require('electron');

/** Speaks with main over a port of its own. */
function echoOfMain(text) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data);
    ipcRenderer.postMessage('ports:echo', 'plain', [port2]);
    port1.postMessage(text);
  });
}

ipcRenderer.on('peer:port', (event) => {
  const [port] = event.ports;
  port.onmessage = async ({ data }) => {
    if (data === 'reload') {
      location.reload();
    } else {
      port.postMessage(data === 'ask main' ? await echoOfMain('asked') : ['peer', data]);
    }
  };
});
ipcRenderer.send('peer:ready');
