'use strict';

const { app, dialog } = require('electron');
const { isPackaged } = require('./is-packaged');
const { isVerification } = require('./verification');

/** Electron shows no box before it is ready, and may never be: no display, no sandbox. */
const READY_MS = 5_000;

/**
 * Ends a process that serves nobody yet. Electron maps `process.exit` to `app.exit`. The line must be out before the process is: where
 * writing is asynchronous it would be lost.
 * @param {number} code
 * @param {string | null} line Null if another process has said enough already.
 * @param {string} [said] What that other process has written. A terminal shows it above, a box has to repeat it.
 */
function exitWith(code, line, said = '') {
  const above = said === '' ? '' : '; look at its output above';
  process.stderr.write(line === null ? '' : `ipcapp: ${line}${above}\n`, () => {
    const texts = [line, said].filter((text) => text !== null && text !== '');
    void showBox(texts.join(':\n\n')).finally(() => process.exit(code));
  });
}

/** Whoever starts a packaged app by a click has no terminal to read. `verify` has, and nobody to close a box. @param {string} text */
async function showBox(text) {
  if (isPackaged && !isVerification(app.commandLine)) {
    const limit = new Promise((_, reject) => { setTimeout(reject, READY_MS); });
    await Promise.race([app.whenReady(), limit]);
    dialog.showErrorBox(`${app.getName()} can not start`, text);
  }
}

exports.exitWith = exitWith;
