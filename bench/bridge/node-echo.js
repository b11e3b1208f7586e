'use strict';

// The floor of the benchmark: the same bridge with Node at both ends. Usage: node node-echo.js DIRECTORY

const { connectAsMain } = require('../../src/electron-main/test/bridge/support/main-process');

connectAsMain(/** @type {string} */ (process.argv[2])).then((connection) => connection.start({
  onMessage: (kind, lane, id, payload) => { connection.send(kind, lane, id, payload); },
  onClose: () => {}
}));
