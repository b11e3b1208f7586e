'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { addressOf } = require('./address');
const { isPrivate, parentDirectory, removeDirectory } = require('./directory');
const { isAlive } = require('./is-alive');
const { isRunning } = require('./process-tag');

const NAME = /^ipcapp-(\d+)(?:\.([0-9a-f]+))?-[0-9A-Za-z]+$/;

/**
 * Removes the private directories of apps whose processes were both killed. Others can write into a temporary directory, so a name alone
 * says nothing: the directory must be this user's and closed to others, and neither the process that made it nor a host may still use it.
 * Failures are ignored: the next start tries again.
 * @param {string} [parent]
 */
async function sweepDirectories(parent = parentDirectory()) {
  for (const name of await fs.promises.readdir(parent).catch(() => [])) {
    const directory = path.join(parent, name);
    const [, id, start] = NAME.exec(name) ?? [];
    try {
      if (id !== undefined && isPrivate(directory) && !isRunning(Number(id), start) && !await isListenedIn(directory)) {
        removeDirectory(directory);
      }
    } catch {
      // Removed meanwhile, or in use.
    }
  }
}

/** A host can outlive the process that made the directory. Process ids of a container are also not those of another. @param {string} directory */
async function isListenedIn(directory) {
  try {
    return await isAlive(addressOf(directory));
  } catch {
    return true; // the path is too long for this process
  }
}

module.exports = { sweepDirectories };
