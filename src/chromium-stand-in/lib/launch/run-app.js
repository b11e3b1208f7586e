'use strict';
const inspector = require('node:inspector');
const Module = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { app, App } = require('../app/app');
const { exit } = require('../app/exit');
const { browser } = require('../browser/browser');
const { electronVersion } = require('../versions');
const { parseArguments } = require('./arguments');
const { readAppPackage, isEsModule } = require('./app-package');
const { installHooks } = require('./hooks');
const { becomeMainProcess } = require('./main-process');

/**
 * An app that has been packaged: its archive, unpacked.
 * @typedef {object} PackagedApp
 * @property {string} path The folder of its package.json.
 * @property {string} resources The package's folder of resources, `process.resourcesPath`.
 * @property {string} [executable] The name of its executable, if it is to count: Electron takes one called `electron` for no package.
 */

/** @param {unknown} error @returns {never} */
function giveUp(error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  return exit(1);
}

/** @param {string} target */
function readApp(target) {
  try {
    return readAppPackage(target);
  } catch (error) {
    return giveUp(error);
  }
}

/** What only Electron's own files tell. @param {PackagedApp} packaged */
function identityOf({ resources, executable = '' }) {
  return { path: path.join(resources, 'app.asar'), isPackaged: executable !== 'electron' };
}

/** @param {string[]} args @param {PackagedApp | undefined} packaged */
async function start(args, packaged) {
  const parsed = parseArguments(args);
  const { preload, switches, inspect, version } = parsed;
  const target = packaged?.path ?? parsed.target;
  if (version && !packaged) {
    process.stdout.write(`v${electronVersion}\n`);
    return;
  }
  if (target === undefined) return giveUp('usage: electron [options] <app folder or main file> [arguments]');
  const { main, ...identity } = readApp(target);
  App.identify(packaged ? { ...identity, ...identityOf(packaged) } : { ...identity, isPackaged: false });
  for (const [name, value] of switches) browser.switches.set(name, value);
  process.argv = [process.execPath, ...args];
  installHooks();
  becomeMainProcess(packaged?.resources);
  if (inspect) inspector.open(inspect.port, inspect.host, inspect.wait);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => app.quit());
  const requireHere = Module.createRequire(path.join(process.cwd(), 'index.js'));
  for (const each of preload) requireHere(each);
  if (isEsModule(main)) await import(pathToFileURL(main).href);
  else /** @type {any} */ (Module)._load(main, null, true);
  await App.launch(app);
}

/**
 * What Electron's executable does: the arguments name an app, or a packaged one is given and they are all its own.
 * @param {string[]} args
 * @param {PackagedApp} [packaged]
 */
async function runApp(args, packaged) {
  try {
    await start(args, packaged);
  } catch (error) {
    giveUp(error instanceof Error ? error.stack : error);
  }
}

exports.runApp = runApp;
