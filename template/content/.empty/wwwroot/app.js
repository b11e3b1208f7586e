/// <reference path="../.ipcapp/electron-main/ipc.d.ts" />
'use strict';

// `ipc` comes from the preload, and behind it are the handlers in MainProcess/Handlers.

const answer = document.getElementById('answer');

document.getElementById('greeting').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    answer.textContent = await ipc.invoke('app:greet', document.getElementById('name').value);
    answer.className = 'arrived';
  } catch (error) {
    answer.textContent = error.message;
    answer.className = 'failed';
  }
});
