'use strict';

// No fuse covers these: with them a user who starts a packaged app could operate its pages, and so every handler.

const SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'];

/**
 * Takes the switches by which Chromium opens itself to a debugger off the command line. Before `ready`, when Electron reads them.
 * @param {Pick<Electron.CommandLine, 'removeSwitch'>} commandLine
 */
function removeDebuggingSwitches(commandLine) {
  for (const name of SWITCHES) {
    commandLine.removeSwitch(name);
  }
}

module.exports = { removeDebuggingSwitches };
