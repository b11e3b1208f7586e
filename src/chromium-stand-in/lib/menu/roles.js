'use strict';
const { lifecycle } = require('../app/lifecycle');

/** @typedef {import('../window/browser-window').BrowserWindow} BrowserWindow */
/**
 * @typedef {object} Role
 * @property {string} label
 * @property {(window: BrowserWindow | undefined) => void} [run] absent where only a person at the page has use of it
 */

/** What items with a `role` do and say by themselves. @type {Record<string, Role>} */
const roles = {
  about: { label: 'About' },
  appmenu: { label: 'App' },
  close: { label: 'Close Window', run: (window) => window?.close() },
  copy: { label: 'Copy' },
  cut: { label: 'Cut' },
  delete: { label: 'Delete' },
  editmenu: { label: 'Edit' },
  filemenu: { label: 'File' },
  forcereload: { label: 'Force Reload', run: (window) => window?.webContents.reloadIgnoringCache() },
  help: { label: 'Help' },
  minimize: { label: 'Minimize', run: (window) => window?.minimize() },
  paste: { label: 'Paste' },
  quit: { label: 'Quit', run: () => lifecycle.emit('quit-requested') },
  redo: { label: 'Redo' },
  reload: { label: 'Reload', run: (window) => window?.webContents.reload() },
  resetzoom: { label: 'Actual Size' },
  selectall: { label: 'Select All' },
  toggledevtools: { label: 'Toggle Developer Tools' },
  togglefullscreen: { label: 'Toggle Full Screen' },
  undo: { label: 'Undo' },
  viewmenu: { label: 'View' },
  windowmenu: { label: 'Window' },
  zoomin: { label: 'Zoom In' },
  zoomout: { label: 'Zoom Out' },
};

/** @param {string | undefined} name in any case, as in Electron @returns {Role | undefined} */
function roleOf(name) {
  return name === undefined ? undefined : roles[name.toLowerCase()];
}

exports.roleOf = roleOf;
