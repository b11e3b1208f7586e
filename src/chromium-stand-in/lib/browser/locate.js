'use strict';
const fs = require('node:fs');
const path = require('node:path');

/** On Debian the program on the path is a shell wrapper; the binary behind it starts faster and dies with its parent. */
const linuxBinaries = ['/usr/lib/chromium/chromium', '/usr/lib/chromium-browser/chromium-browser', '/opt/google/chrome/chrome'];
const linuxNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macApplications = ['Google Chrome', 'Chromium'];
const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];

/** @returns {string[]} places where this system keeps Chromium or Chrome */
function usualPlaces() {
  const { env } = process;
  if (process.platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => windowsPrograms.map((program) => path.join(root, program)));
  }
  if (process.platform === 'darwin') {
    const roots = ['/Applications', path.join(env.HOME ?? '', 'Applications')];
    return roots.flatMap((root) => macApplications.map((name) => path.join(root, `${name}.app`, 'Contents', 'MacOS', name)));
  }
  const onPath = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return [...linuxBinaries, ...onPath.flatMap((folder) => linuxNames.map((name) => path.join(folder, name)))];
}

/** @param {string} file */
function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * @returns {{ path: string } | { missing: string }} the browser, or one line that says what was looked for and the way out
 */
function locateBrowser() {
  const chosen = process.env.IPCAPP_CHROMIUM;
  const wayOut = 'install chromium or Google Chrome, or set IPCAPP_CHROMIUM to the path of one';
  if (chosen) {
    if (isExecutable(chosen)) return { path: chosen };
    return { missing: `ipcapp: IPCAPP_CHROMIUM names '${chosen}', which is not an executable file; ${wayOut}.` };
  }
  const found = usualPlaces().find(isExecutable);
  if (found) return { path: found };
  const names = process.platform === 'linux' ? linuxNames.join(', ') : usualPlaces().join(', ');
  return { missing: `ipcapp: no Chromium or Chrome found (looked for ${names}); ${wayOut}.` };
}

exports.locateBrowser = locateBrowser;
