'use strict';

const { app, dialog } = require('electron');
const { isPackaged } = require('./is-packaged');
const { isVerification } = require('./verification');

/** Electron shows no box before it is ready, and may never be: no display, no sandbox. */
const READY_MS = 5_000;

/**
 * Ends a process that serves no .NET yet. Electron maps `process.exit` to `app.exit`. The line must be written before the process ends:
 * where writing is asynchronous it would be lost.
 * @param {number} code
 * @param {string | null} line Null if another process has reported the reason already.
 * @param {string} [said] What that other process has written. A terminal shows it above, a dialog has to repeat it.
 */
function exitWith(code, line, said = '') {
  const above = said === '' ? '' : '; look at its output above';
  process.stderr.write(line === null ? '' : `ipcapp: ${line}${above}\n`, () => {
    void showBox('cannot start', line, said).finally(() => process.exit(code));
  });
}

/**
 * A packaged app that was started by a click has no terminal. `verify` has one, and no person to close a dialog.
 * @param {string} what What the app does, after its name.
 * @param {string | null} line
 * @param {string} said
 */
async function showBox(what, line, said) {
  if (isPackaged && !isVerification(app.commandLine)) {
    const limit = new Promise((_, reject) => { setTimeout(reject, READY_MS); });
    await Promise.race([app.whenReady(), limit]);
    dialog.showErrorBox(`${app.getName()} ${what}`, [line, said].filter((text) => text !== null && text !== '').join(':\n\n'));
  }
}

module.exports = { exitWith, showBox };
