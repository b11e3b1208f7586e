'use strict';

const { createDirectory, removeDirectory, sweepDirectories } = require('../bridge');
const { ownLaunch, writeLaunch } = require('./launch');
const { SetupError, firstLine } = require('./setup-error');

/**
 * The private directory of an app whose Electron is started first, with how that was.
 * @throws {SetupError}
 */
function makeMeetingPlace() {
  let directory = null;
  try {
    directory = createDirectory();
    writeLaunch(directory, ownLaunch());
    void sweepDirectories(); // the start does not wait for it
    return directory;
  } catch (error) {
    if (directory !== null) {
      removeDirectory(directory);
    }
    const wayOut = `make room there, or set ${process.platform === 'win32' ? 'TEMP' : 'XDG_RUNTIME_DIR or TMPDIR'} to a folder of your own`;
    throw new SetupError(`no private directory can be made for the app's two processes (${firstLine(error)}); ${wayOut}`);
  }
}

module.exports = { makeMeetingPlace };
