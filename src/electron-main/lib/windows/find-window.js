'use strict';

const { BrowserWindow } = require('electron');

/**
 * The window that .NET means.
 * @param {number} windowId
 * @returns {Electron.BrowserWindow}
 */
function findWindow(windowId) {
  const window = BrowserWindow.fromId(windowId);
  if (window === null || window.isDestroyed()) {
    throw new Error('Object has been destroyed');
  }
  return window;
}

module.exports = { findWindow };
