'use strict';

const Module = require('node:module');

// Lets a unit test load what requires `electron` and uses nothing of it yet.

const loader = /** @type {any} */ (Module);
const load = loader._load;
loader._load = (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) =>
  (request === 'electron' ? { app: { on() {} } } : load(request, ...rest));
