'use strict';

// What runs in the place of Electron's executable in a package: it checks and unpacks the shipped app.asar, and runs that on the Chromium
// host. Arguments: the folder of @electron/asar, the folder of the Chromium host, the package's resources, then those of the app.

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const [asarFolder, chromiumHost, resources, ...args] = process.argv.slice(2);
const asar = require(asarFolder);
const { runApp } = require(path.join(chromiumHost, 'lib', 'launch', 'run-app.js'));

const archive = path.join(resources, 'app.asar');

function* filesOf({ files }, folder = '') {
  for (const [name, entry] of Object.entries(files)) {
    const file = path.join(folder, name);
    if (entry.files) yield* filesOf(entry, file);
    else yield { file, ...entry };
  }
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Real Electron checks these on Windows and macOS, whenever it reads a file. */
function checkHashes() {
  const { header } = asar.getRawHeader(archive);
  for (const { file, integrity } of filesOf(header)) {
    const content = asar.extractFile(archive, file);
    const blocks = Array.from({ length: Math.ceil(content.length / integrity.blockSize) }, (_, block) =>
      sha256(content.subarray(block * integrity.blockSize, (block + 1) * integrity.blockSize)));
    if (sha256(content) !== integrity.hash || (content.length > 0 && blocks.join() !== integrity.blocks.join())) {
      process.stderr.write(`The hash of ${file} is not that of app.asar's header.\n`);
      process.exit(99);
    }
  }
}

checkHashes();
const unpacked = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ipcapp-asar-')));
process.on('exit', () => fs.rmSync(unpacked, { recursive: true, force: true }));
asar.extractAll(archive, unpacked);
runApp(args, { path: unpacked, resources });
