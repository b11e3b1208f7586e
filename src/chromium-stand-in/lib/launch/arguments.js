'use strict';

/**
 * @typedef {object} LaunchArguments
 * @property {string | undefined} target the app's folder or main file
 * @property {string[]} preload modules to load before it
 * @property {Map<string, string>} switches
 * @property {{ port: number, host: string, wait: boolean } | undefined} inspect
 * @property {boolean} version
 */

const flagsOfElectron = /^--inspect(-brk)?(?:=(?:(.*):)?(\d+))?$/;
const defaultInspectPort = 9229;

/**
 * Switches after the app belong to it, and Chromium sees them too, as in Electron.
 * @param {string[]} args
 * @returns {LaunchArguments}
 */
function parseArguments(args) {
  /** @type {LaunchArguments} */
  const parsed = { target: undefined, preload: [], switches: new Map(), inspect: undefined, version: false };
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] ?? '';
    const inspect = flagsOfElectron.exec(argument);
    if (argument === '--') continue;
    if (parsed.target === undefined && (argument === '-r' || argument === '--require')) parsed.preload.push(args[++i] ?? '');
    else if (parsed.target === undefined && (argument === '-v' || argument === '--version')) parsed.version = true;
    else if (inspect)
      parsed.inspect = { wait: inspect[1] !== undefined, host: inspect[2] ?? '127.0.0.1', port: Number(inspect[3] ?? defaultInspectPort) };
    else if (argument.startsWith('--')) {
      const [name = '', ...value] = argument.slice(2).split('=');
      parsed.switches.set(name.toLowerCase(), value.join('='));
    } else if (!argument.startsWith('-')) parsed.target ??= argument;
  }
  return parsed;
}

exports.parseArguments = parseArguments;
