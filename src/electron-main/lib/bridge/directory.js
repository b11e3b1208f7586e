'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { BridgeAddressError } = require('./errors');
const { ownTag } = require('./process-tag');

const PREFIX = 'ipcapp-';
const OTHERS = 0o077;
/** What the two sides put into a directory; a secret has other names while it is written and read. */
const CONTENT = /^(?:bridge\.sock|http\.sock|launch\.json|secret(?:\.[0-9a-f]+)?)$/;

/** Makes a new directory that only this user can enter, for the two sides to meet in. */
function createDirectory() {
  const directory = fs.mkdtempSync(path.join(parentDirectory(), `${PREFIX}${ownTag()}-`));
  try {
    checkDirectory(directory);
    // .NET writes a short name of Windows (RUNNER~1) out, and both sides make the pipe's name from this text
    return process.platform === 'win32' ? fs.realpathSync.native(directory) : directory;
  } catch (error) {
    removeDirectory(directory);
    throw error;
  }
}

/** @param {string} directory */
function removeDirectory(directory) {
  fs.rmSync(directory, { recursive: true, force: true, maxRetries: 3 }); // on Windows a scanner may hold a file for a moment
}

/**
 * Removes a directory that another process has named and that is not used any more: only if it looks like one of ours, and of its contents
 * only what the two sides put there. A process that is started by hand can be given any directory. Failures are ignored.
 * @param {string} directory
 */
function removeUnused(directory) {
  try {
    if (!path.basename(directory).startsWith(PREFIX) || !isPrivate(directory)) {
      return;
    }
    for (const name of fs.readdirSync(directory).filter((each) => CONTENT.test(each))) {
      fs.rmSync(path.join(directory, name), { force: true });
    }
    fs.rmdirSync(directory);
  } catch {
    // Removed meanwhile, or with something in it that is not ours.
  }
}

/**
 * Refuses a directory in which another user could listen, or read the secret. On Windows the temporary directory is the user's own.
 * @param {string} directory
 */
function checkDirectory(directory) {
  const problem = whyNotPrivate(directory);
  if (problem !== null) {
    throw new BridgeAddressError(`The bridge's directory '${directory}' ${problem}. `
      + 'Use a directory of your own with mode 0700, for example one made by createDirectory().');
  }
}

/** @param {string} directory */
function isPrivate(directory) {
  return whyNotPrivate(directory) === null;
}

function parentDirectory() {
  const runtime = process.env['XDG_RUNTIME_DIR'];
  const isUsable = process.platform !== 'win32' && runtime !== undefined && path.isAbsolute(runtime) && isPrivate(runtime);
  return isUsable ? runtime : os.tmpdir();
}

/** @param {string} directory */
function whyNotPrivate(directory) {
  const stat = fs.lstatSync(directory, { throwIfNoEntry: false });
  if (stat === undefined) {
    return 'does not exist';
  }
  if (!stat.isDirectory()) {
    return 'is not a directory';
  }
  if (process.platform === 'win32') {
    return null;
  }
  if (stat.uid !== process.getuid?.()) {
    return `belongs to another user (uid ${stat.uid})`;
  }
  return (stat.mode & OTHERS) === 0 ? null : `is open to other users (mode 0${(stat.mode & 0o777).toString(8)})`;
}

module.exports = { createDirectory, removeDirectory, removeUnused, checkDirectory, isPrivate, parentDirectory };
