'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/**
 * A folder with these files, gone after the test.
 * @param {{ after(cleanUp: () => void): void }} test
 * @param {Record<string, string | Buffer>} [files] Contents by relative path.
 */
function temporaryFolder(test, files = {}) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ipcapp-host-')));
  test.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return folder;
}

module.exports = { temporaryFolder };
