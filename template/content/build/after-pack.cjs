'use strict';

// electron-builder calls this when the app's folder is complete, before fuses are set and anything is signed.

const fs = require('node:fs');
const path = require('node:path');

module.exports = async ({ packager, appOutDir }) => {
  const { mainProcess } = JSON.parse(fs.readFileSync(path.join(packager.projectDir, '.ipcapp', 'app.json'), 'utf8'));
  const isWindows = packager.platform.buildConfigurationKey === 'win';
  const program = path.join(packager.getResourcesDir(appOutDir), 'main-process', isWindows ? `${mainProcess}.exe` : mainProcess);
  if (!fs.existsSync(program)) {
    throw new Error(`'${program}' is missing, and without it the app can not start. Was it published?`);
  }
  if (!isWindows) {
    fs.chmodSync(program, 0o755); // the mode is lost where the package is made on Windows
  }
};
