'use strict';

// The host's end of the bridge: docs/internals/protocol.md describes what goes over it.

const { sweepDirectories } = require('./abandoned-directories');
const { createDirectory, removeDirectory, removeUnused } = require('./directory');
const errors = require('./errors');
const { listen } = require('./listener');

module.exports = { listen, createDirectory, removeDirectory, removeUnused, sweepDirectories, ...errors };
