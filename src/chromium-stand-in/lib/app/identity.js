'use strict';

/** What the app is, and whether it is ready. Any part may read it, since this module imports none; `App` alone changes it. */
exports.identity = {
  name: 'Electron',
  version: '',
  /** The app's folder or archive. */
  path: process.cwd(),
  isPackaged: false,
  isReady: false,
};
