'use strict';

const { privilegesOfPages } = require('../lib/start/schemes');

/** Electron hands each privilege's schemes to its renderers by a switch. There is no other way to read what has been registered. */
const SWITCHES = /** @type {const} */ ({
  'standard-schemes': 'standard',
  'secure-schemes': 'secure',
  'bypasscsp-schemes': 'bypassCSP',
  'fetch-schemes': 'supportFetchAPI',
  'service-worker-schemes': 'allowServiceWorkers',
  'cors-schemes': 'corsEnabled',
  'streaming-schemes': 'stream',
  'code-cache-schemes': 'codeCache',
});

/**
 * Each list of privileged schemes takes the place of the one before in every renderer. So the app's own scheme is registered together with
 * those that are there already, and what comes later together with both.
 * @param {string} scheme
 * @param {Electron.Protocol} protocol
 * @param {Pick<Electron.CommandLine, 'getSwitchValue'>} commandLine
 */
function mergeSchemes(scheme, protocol, commandLine) {
  const register = protocol.registerSchemesAsPrivileged;
  const schemes = registeredSchemes(commandLine);
  /** @param {Electron.CustomScheme[]} added */
  const add = (added) => {
    added.forEach((each) => schemes.set(each.scheme, each));
    register.call(protocol, [...schemes.values()]);
  };
  add([{ scheme, privileges: privilegesOfPages }]);
  protocol.registerSchemesAsPrivileged = (added) => {
    if (added.some((each) => each.scheme === scheme)) {
      throw taken(scheme);
    }
    add(added);
  };
}

/**
 * @param {string} scheme
 * @param {Pick<Electron.CommandLine, 'getSwitchValue'>} commandLine
 * @throws {Error} Another part of the app has registered it.
 */
function requireFree(scheme, commandLine) {
  if (registeredSchemes(commandLine).has(scheme)) {
    throw taken(scheme);
  }
}

/** @param {Pick<Electron.CommandLine, 'getSwitchValue'>} commandLine @returns {Map<string, Electron.CustomScheme>} */
function registeredSchemes(commandLine) {
  /** @type {Map<string, Electron.CustomScheme>} */
  const schemes = new Map();
  for (const [name, privilege] of Object.entries(SWITCHES)) {
    for (const scheme of commandLine.getSwitchValue(name).split(',').filter(Boolean)) {
      schemes.set(scheme, { scheme, privileges: { ...schemes.get(scheme)?.privileges, [privilege]: true } });
    }
  }
  return schemes;
}

/** @param {string} scheme */
function taken(scheme) {
  return new Error(`The scheme '${scheme}' belongs to the app's own pages; choose another name.`);
}

module.exports = { mergeSchemes, requireFree };
