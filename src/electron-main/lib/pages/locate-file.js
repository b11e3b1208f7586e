'use strict';

const fs = require('node:fs/promises');
const path = require('node:path');

const INDEX = 'index.html';

/**
 * @typedef {{ file: string, size: number }} Located
 */

/**
 * The file under a root that a url's path names; a folder is its index.html. Whatever would leave the root, also over a symbolic link,
 * is not there.
 * @param {string} root
 * @param {string} pathname Percent-encoded, as in a url.
 * @returns {Promise<Located | null>}
 */
async function locateFile(root, pathname) {
  const segments = decodeSegments(pathname);
  if (segments === null) {
    return null;
  }
  try {
    const realRoot = await fs.realpath(root);
    let file = await fs.realpath(path.join(realRoot, ...segments));
    let stats = await fs.stat(file);
    if (stats.isDirectory()) {
      file = await fs.realpath(path.join(file, INDEX));
      stats = await fs.stat(file);
    } else if (pathname.endsWith('/')) {
      return null;
    }
    return stats.isFile() && isInside(realRoot, file) ? { file, size: stats.size } : null;
  } catch {
    return null; // Not there, not readable, or a name that the file system does not know.
  }
}

/** @param {string} pathname @returns {string[] | null} */
function decodeSegments(pathname) {
  try {
    const segments = pathname.split('/').filter((part) => part !== '').map(decodeURIComponent);
    return segments.every(isPlainName) ? segments : null;
  } catch {
    return null; // Broken percent-encoding.
  }
}

/**
 * Names that begin with a dot are files of tools, not of the page. A separator, a drive or stream (`:`) or a NUL can only have come in
 * through percent-encoding.
 * @param {string} name
 */
function isPlainName(name) {
  return !name.startsWith('.') && !/[/\\:\0]/.test(name);
}

/** @param {string} root @param {string} file */
function isInside(root, file) {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

module.exports = { locateFile };
