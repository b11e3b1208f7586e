'use strict';

const { dialog } = require('electron');
const { findWindow } = require('./windows/find-window');

/** What .NET can ask of dialogs. @returns {Record<string, import('./requests').Action>} */
function dialogActions() {
  return {
    'dialog-open': async ({ windowId, options = {} }) => {
      const { canceled, filePaths } = windowId === undefined
        ? await dialog.showOpenDialog(options)
        : await dialog.showOpenDialog(findWindow(windowId), options);
      return { canceled, filePaths };
    },
    'dialog-save': async ({ windowId, options = {} }) => {
      const { canceled, filePath } = windowId === undefined
        ? await dialog.showSaveDialog(options)
        : await dialog.showSaveDialog(findWindow(windowId), options);
      return { canceled, filePath };
    },
  };
}

module.exports = { dialogActions };
