'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { SetupError, firstLine } = require('./setup-error');

/**
 * What must be known before Electron is `ready`; the build writes it to `.ipcapp/app.json`.
 * @typedef {object} AppSettings
 * @property {string} id Reverse-domain id; also the user model id on Windows and the name of the folder for user data.
 * @property {string} name What users see.
 * @property {string} scheme The scheme of the app's own pages.
 * @property {string} wwwroot Absolute path of the pages' folder.
 * @property {string} userMain Absolute path of the user's own main-process file, which need not exist.
 * @property {boolean} singleInstance
 * @property {string} mainProcess Packaged: the name of the .NET executable.
 * @property {number} handshakeMs Packaged: how long .NET may take to connect.
 * @property {boolean} diagnostics Packaged: whether tracers and debuggers may attach to .NET.
 * @property {string} root Absolute path of the app, the folder of package.json.
 */

/** @type {Record<string, 'string' | 'boolean' | 'number'>} */
const FIELDS = {
  id: 'string', name: 'string', scheme: 'string', wwwroot: 'string', userMain: 'string', singleInstance: 'boolean',
  mainProcess: 'string', handshakeMs: 'number', diagnostics: 'boolean',
};
/** What a timer can wait for. */
const MAX_MS = 2 ** 31 - 1;
const CONTROL = /\p{Cc}/u;
const SCHEME = /^[a-z][a-z0-9+.-]*$/;
/** Electron itself or Chromium answers these. */
const TAKEN_SCHEMES = ['http', 'https', 'file', 'ftp', 'ws', 'wss', 'data', 'blob', 'about', 'chrome', 'devtools', 'javascript'];

/**
 * @param {string} file
 * @returns {AppSettings}
 * @throws {SetupError}
 */
function readAppSettings(file) {
  const folder = path.dirname(file);
  const given = parse(file);
  for (const [name, type] of Object.entries(FIELDS)) {
    if (typeof given[name] !== type || given[name] === '') {
      throw broken(file, `'${name}' must be a ${type}`);
    }
    if (type === 'string' && CONTROL.test(given[name])) {
      throw broken(file, `'${name}' must be one line without control characters; it is ${JSON.stringify(given[name])}`);
    }
  }
  if (!SCHEME.test(given.scheme) || TAKEN_SCHEMES.includes(given.scheme)) {
    throw broken(file, `'scheme' cannot be '${given.scheme}'`);
  }
  if (path.basename(given.mainProcess) !== given.mainProcess) {
    throw broken(file, `'mainProcess' must be the name of a file; it is '${given.mainProcess}'`);
  }
  if (!Number.isInteger(given.handshakeMs) || given.handshakeMs < 1 || given.handshakeMs > MAX_MS) {
    throw broken(file, `'handshakeMs' must be a whole number of milliseconds from 1 to ${MAX_MS}; it is ${given.handshakeMs}`);
  }
  return {
    id: given.id,
    name: given.name,
    scheme: given.scheme,
    wwwroot: path.resolve(folder, given.wwwroot),
    userMain: path.resolve(folder, given.userMain),
    singleInstance: given.singleInstance,
    mainProcess: given.mainProcess,
    handshakeMs: given.handshakeMs,
    diagnostics: given.diagnostics,
    root: path.dirname(folder),
  };
}

/** @param {string} file @returns {Record<string, any>} */
function parse(file) {
  let text;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw broken(file, firstLine(error));
  }
  try {
    const given = JSON.parse(text);
    if (given !== null && typeof given === 'object' && !Array.isArray(given)) {
      return given;
    }
  } catch (error) {
    throw broken(file, firstLine(error));
  }
  throw broken(file, 'it must hold one JSON object');
}

/** @param {string} file @param {string} reason */
function broken(file, reason) {
  return new SetupError(`${path.join('.ipcapp', path.basename(file))} cannot be used (${reason}); build the app again to write it anew`);
}

module.exports = { readAppSettings };
