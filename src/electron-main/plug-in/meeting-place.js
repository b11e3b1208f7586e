'use strict';

const { removeDirectory, removeUnused } = require('../lib/bridge');
const { takeRendezvous } = require('../lib/start/environment');
const { makeMeetingPlace } = require('../lib/start/make-meeting-place');
const { SetupError } = require('../lib/start/setup-error');

/** With these Electron.NET says that .NET was there first. */
const DOTNET_FIRST = ['unpackeddotnet', 'dotnetpacked'];

/**
 * Where this process and .NET meet. If .NET was first it has said so in the environment. Otherwise the variable is set here, whatever it
 * was, and .NET inherits it; whatever else inherits this environment has no business there, so it is withdrawn once .NET has come.
 * @param {Pick<Electron.CommandLine, 'hasSwitch'>} commandLine
 * @param {NodeJS.ProcessEnv} env
 * @param {number} handshakeMs
 * @returns {import('../lib/start/environment').Rendezvous}
 * @throws {SetupError}
 */
function meetingPlace(commandLine, env, handshakeMs) {
  if (DOTNET_FIRST.some((name) => commandLine.hasSwitch(name))) {
    if (!env.IPCAPP_DIR) {
      throw new SetupError('.NET has started Electron without saying where to meet; call builder.Services.AddElectronLauncher in Program.cs');
    }
    const given = takeRendezvous(env);
    process.on('exit', () => removeUnused(given.directory)); // of a .NET that was killed
    return { ...given, isPatient: true };
  }
  const directory = makeMeetingPlace();
  process.on('exit', () => removeDirectory(directory));
  delete env.IPCAPP_VERIFY; // by it a package of ipcapp's own asks, and here would ask the process that has started this one
  env.IPCAPP_DIR = directory;
  const withdraw = () => {
    if (env.IPCAPP_DIR === directory) {
      delete env.IPCAPP_DIR;
    }
  };
  return { directory, handshakeMs, isPatient: true, withdraw };
}

module.exports = { meetingPlace };
