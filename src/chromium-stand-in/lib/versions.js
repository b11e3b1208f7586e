'use strict';

/** The Electron version whose rules this host follows. */
exports.electronVersion = '45.5.0';
