'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { SetupError, firstLine } = require('./setup-error');

/**
 * Runs the user's own main-process JavaScript, if there is any. It is loaded synchronously, so that it still comes before `ready`.
 * @param {string} file
 * @param {string} root
 * @throws {SetupError}
 */
function loadUserMain(file, root) {
  if (!fs.existsSync(file)) {
    return;
  }
  try {
    require(file);
  } catch (error) {
    const name = path.relative(root, file);
    throw new SetupError(`${name} failed while it was loaded: ${firstLine(error)}${placeOf(error, file)}`);
  }
}

/** Where in the user's file it happened, if the stack names a line of it. @param {unknown} error @param {string} file */
function placeOf(error, file) {
  const stack = error instanceof Error ? String(error.stack) : '';
  const at = stack.indexOf(`${file}:`);
  const line = at < 0 ? null : /^\d+/.exec(stack.slice(at + file.length + 1));
  return line ? ` (line ${line[0]})` : '';
}

module.exports = { loadUserMain };
