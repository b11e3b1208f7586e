#!/usr/bin/env node
'use strict';
// Takes the place of Electron's executable: electron [options] <app folder or main file> [arguments]
const inspector = require('node:inspector');
const Module = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { app, App } = require('./lib/app/app');
const { browser } = require('./lib/browser/browser');
const { electronVersion } = require('./lib/versions');
const { parseArguments } = require('./lib/launch/arguments');
const { readAppPackage, isEsModule } = require('./lib/launch/app-package');
const { installHooks } = require('./lib/launch/hooks');
const { becomeMainProcess } = require('./lib/launch/main-process');

/** @param {unknown} error @returns {never} */
function giveUp(error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

/** @param {string} target */
function readApp(target) {
  try {
    return readAppPackage(target);
  } catch (error) {
    return giveUp(error);
  }
}

async function run() {
  const args = process.argv.slice(2);
  const { target, preload, switches, inspect, version } = parseArguments(args);
  if (version) {
    process.stdout.write(`v${electronVersion}\n`);
    return;
  }
  if (target === undefined) return giveUp('usage: electron [options] <app folder or main file> [arguments]');
  const { main, ...identity } = readApp(target);
  App.identify(app, identity);
  for (const [name, value] of switches) browser.switches.set(name, value);
  process.argv = [process.execPath, ...args];
  installHooks();
  becomeMainProcess();
  if (inspect) inspector.open(inspect.port, inspect.host, inspect.wait);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => app.quit());
  const requireHere = Module.createRequire(path.join(process.cwd(), 'index.js'));
  for (const each of preload) requireHere(each);
  if (isEsModule(main)) await import(pathToFileURL(main).href);
  else /** @type {any} */ (Module)._load(main, null, true);
  await App.launch(app);
}

run().catch((error) => giveUp(error instanceof Error ? error.stack : error));
