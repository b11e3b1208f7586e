'use strict';

/** The Electron version whose rules this host follows. */
exports.electronVersion = '45.4.1';
