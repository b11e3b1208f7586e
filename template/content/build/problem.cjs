'use strict';

// Errors that electron-builder prints as one line. Of any other error it prints the stack as well.

const { createRequire } = require('node:module');

/** @param {string} text What is wrong, and the way out. */
exports.problem = (text) => {
  const { InvalidConfigurationError } = createRequire(require.resolve('electron-builder/package.json'))('builder-util');
  return new InvalidConfigurationError(text);
};
