'use strict';

// electron-builder calls this when the app's folder is complete, before fuses are set and anything is signed.

const fs = require('node:fs');
const path = require('node:path');
const { Arch } = require('electron-builder');
const { problem } = require('./problem.cjs');

module.exports = async ({ packager, appOutDir, arch }) => {
  if (arch === Arch.universal) {
    throw problem('A universal app would merge two .NET programs into one broken file: package for x64 and arm64, each by itself.');
  }
  const { mainProcess } = JSON.parse(fs.readFileSync(path.join(packager.projectDir, '.ipcapp', 'app.json'), 'utf8'));
  const isWindows = packager.platform.buildConfigurationKey === 'win';
  const program = path.join(packager.getResourcesDir(appOutDir), 'main-process', isWindows ? `${mainProcess}.exe` : mainProcess);
  if (!fs.existsSync(program)) {
    throw problem(`'${program}' is missing, and without it the app cannot start. Was it published?`);
  }
  if (!isWindows) {
    fs.chmodSync(program, 0o755); // the mode is lost where the package is made on Windows
  }
  if (process.platform === 'darwin' && packager.platform.buildConfigurationKey === 'mac') {
    // Setting fuses breaks the signature that Electron comes with, and without a certificate of your own there would be no other.
    packager.config.electronFuses.resetAdHocDarwinSignature = true;
  }
};
