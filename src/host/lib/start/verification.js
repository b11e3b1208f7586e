'use strict';

// `dotnet run -- verify PATH` starts a packaged app with this switch: it says how many seconds the app has to prove that page and .NET talk.
// All that comes of it is a hello between the two, and the app's end, so whoever else uses the switch gains nothing.

const SWITCH = 'ipcapp-verify';
const USUAL_SECONDS = '30';

/** @typedef {Pick<Electron.CommandLine, 'hasSwitch' | 'getSwitchValue'>} CommandLine */

/** @param {CommandLine} commandLine */
function isVerification(commandLine) {
  return commandLine.hasSwitch(SWITCH);
}

/**
 * What .NET has to be told for it.
 * @param {CommandLine} commandLine
 * @returns {NodeJS.ProcessEnv}
 */
function verificationEnvironment(commandLine) {
  if (!isVerification(commandLine)) {
    return {};
  }
  const seconds = commandLine.getSwitchValue(SWITCH);
  return { IPCAPP_VERIFY: /^[0-9]{1,4}$/.test(seconds) ? seconds : USUAL_SECONDS };
}

module.exports = { isVerification, verificationEnvironment };
