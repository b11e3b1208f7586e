'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { app, Menu } = require('electron');
const { SetupError, firstLine } = require('./setup-error');

/**
 * What Electron must know of the app before `ready`.
 * @param {import('./app-settings').AppSettings} settings
 */
function applyIdentity(settings) {
  app.setName(settings.name);
  if (process.platform === 'win32') {
    app.setAppUserModelId(settings.id);
  }
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    const userData = path.join(app.getPath('appData'), settings.id);
    makeFolder(userData);
    app.setPath('userData', userData);
  }
  // On macOS the menu bar belongs to the system and carries copy, paste and quit, so Electron's default menu stays there.
  // Set before the user's own file is loaded, which may set another.
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
  }
}

/** @param {string} folder @throws {SetupError} */
function makeFolder(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new SetupError(`the folder for the app's data cannot be made (${firstLine(error)}); make room there, or see to its permissions`);
  }
}

module.exports = { applyIdentity };
