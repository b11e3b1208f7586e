'use strict';

// Tells the page around it what this frame can reach: nothing, or with SubFrames an ipc that is refused.
async function tryIpc() {
  if (!window.ipc) {
    return 'no ipc';
  }
  try {
    return 'answered ' + await window.ipc.invoke('echo:sum', 1, 2);
  } catch (error) {
    return error.message;
  }
}

tryIpc().then((text) => parent.postMessage(text, '*'));
