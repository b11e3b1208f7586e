'use strict';

const Module = require('node:module');

// Lets a unit test load what requires `electron`, and play the little of it that is used.

/** What is loaded gets the members of this object; a test may add to it before it loads anything. @type {any} */
const electron = { app: { on() {} } };

const loader = /** @type {any} */ (Module);
const load = loader._load;
loader._load = (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) =>
  (request === 'electron' ? electron : load(request, ...rest));

exports.electron = electron;
