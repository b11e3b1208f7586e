'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { jsonOf } = require('../messages');

/**
 * How a person has started the app. In a package that is known here, in development to .NET, and a file in the private directory tells the
 * other: a command line would become settings of .NET, and a variable has no room for many files.
 * @typedef {object} Launch
 * @property {string[]} arguments Without the program; Chromium's switches are among them.
 * @property {string} workingDirectory
 */

const FILE = 'launch.json';

/** Of a package. @returns {Launch} */
function ownLaunch() {
  return { arguments: process.argv.slice(1), workingDirectory: process.cwd() };
}

/** @param {string} directory @param {Launch} launch */
function writeLaunch(directory, launch) {
  fs.writeFileSync(path.join(directory, FILE), jsonOf(launch), { mode: 0o600 });
}

/** In development. @param {string} directory @returns {Launch | null} */
function readLaunch(directory) {
  try {
    return toLaunch(JSON.parse(fs.readFileSync(path.join(directory, FILE), 'utf8')));
  } catch {
    return null;
  }
}

/** Another instance of the app may be of another version. @param {any} value @returns {Launch | null} */
function toLaunch(value) {
  const { arguments: given, workingDirectory } = value ?? {};
  const isLaunch = Array.isArray(given) && given.every((each) => typeof each === 'string') && typeof workingDirectory === 'string';
  return isLaunch ? { arguments: given, workingDirectory } : null;
}

module.exports = { ownLaunch, writeLaunch, readLaunch, toLaunch };
