'use strict';

// `dotnet run -- verify PATH` starts a packaged app with this switch: it says how many seconds the app has to prove that page and .NET talk.
// All that comes of it is a hello between the two, and the app's end, so the switch is of no use for anything else.

const SWITCH = 'ipcapp-verify';
const USUAL_SECONDS = '30';

/** By this the preload knows that it has to listen for the hello: elsewhere ipcRenderer begins without listeners (S150). */
const PAGE_ARGUMENT = '--ipcapp-hello';

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

/** What pages find in their arguments. @param {CommandLine} commandLine @returns {string[] | undefined} */
function verificationArguments(commandLine) {
  return isVerification(commandLine) ? [PAGE_ARGUMENT] : undefined;
}

module.exports = { isVerification, verificationEnvironment, verificationArguments };
