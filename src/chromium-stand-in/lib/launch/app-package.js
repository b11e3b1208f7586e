'use strict';
const fs = require('node:fs');
const path = require('node:path');

/** @param {string} folder @returns {Record<string, any>} empty without a package.json */
function packageOf(folder) {
  const file = path.join(folder, 'package.json');
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
}

/**
 * What an Electron app's folder or main file says about the app.
 * @param {string} target
 * @returns {{ main: string, path: string, name: string, version: string }}
 * @throws {Error} there is no app
 */
function readAppPackage(target) {
  const place = path.resolve(target);
  try {
    const isFolder = fs.existsSync(place) && fs.statSync(place).isDirectory();
    const folder = isFolder ? place : path.dirname(place);
    const { main = 'index.js', productName, name, version } = packageOf(folder);
    const file = require.resolve(isFolder ? path.join(folder, main) : place);
    return { main: file, path: folder, name: productName ?? name ?? 'Electron', version: version ?? '' };
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new Error(`Error launching app\nUnable to find Electron app at ${place}\n\n${message.split('\n')[0]}`);
  }
}

/** @param {string} main @returns {boolean} */
function isEsModule(main) {
  if (main.endsWith('.mjs')) return true;
  if (!main.endsWith('.js')) return false;
  for (let folder = path.dirname(main); ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, 'package.json'))) return packageOf(folder).type === 'module';
    if (folder === path.dirname(folder)) return false;
  }
}

exports.readAppPackage = readAppPackage;
exports.isEsModule = isEsModule;
