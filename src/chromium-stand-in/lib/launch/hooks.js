'use strict';
const Module = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const standIns = new Set(['electron', 'electron/main', 'electron/common']);
const root = path.join(__dirname, '..', '..');
const commonJs = path.join(root, 'index.js');
const esModule = pathToFileURL(path.join(root, 'index.mjs')).href;

// Before Node.js 22.15 all hooks run on a thread of their own, so this one is text.
const resolveHook = `const names = new Set(${JSON.stringify([...standIns])});
export async function resolve(specifier, context, next) {
  return names.has(specifier) ? { url: ${JSON.stringify(esModule)}, format: 'module', shortCircuit: true } : next(specifier, context);
}`;

/** From here on `require('electron')` and `import 'electron'` of this process mean the stand-in. */
function installHooks() {
  const internals = /** @type {any} */ (Module);
  const resolve = internals._resolveFilename;
  internals._resolveFilename = (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) =>
    standIns.has(request) ? commonJs : resolve(request, ...rest);
  Module.register(`data:text/javascript,${encodeURIComponent(resolveHook)}`);
}

exports.installHooks = installHooks;
