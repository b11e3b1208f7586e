'use strict';

const { createDirectory, removeDirectory } = require('../lib/bridge');
const { takeRendezvous } = require('../lib/start/environment');
const { ownLaunch, writeLaunch } = require('../lib/start/launch');
const { SetupError } = require('../lib/start/setup-error');

/** With these Electron.NET says that .NET was there first. */
const DOTNET_FIRST = ['unpackeddotnet', 'dotnetpacked'];

/**
 * Where this process and .NET meet. If .NET was first it has said so in the environment. Otherwise the variable is set here, whatever it
 * was, and .NET inherits it.
 * @param {Pick<Electron.CommandLine, 'hasSwitch'>} commandLine
 * @param {NodeJS.ProcessEnv} env
 * @param {number} handshakeMs
 * @returns {import('../lib/start/environment').Rendezvous}
 * @throws {SetupError}
 */
function meetingPlace(commandLine, env, handshakeMs) {
  if (DOTNET_FIRST.some((name) => commandLine.hasSwitch(name))) {
    if (!env.IPCAPP_DIR) {
      throw new SetupError('.NET has started Electron without saying where to meet; call builder.Services.AddIpcHostLauncher in Program.cs');
    }
    return { ...takeRendezvous(env), isPatient: true };
  }
  const directory = createDirectory();
  process.on('exit', () => removeDirectory(directory));
  writeLaunch(directory, ownLaunch());
  env.IPCAPP_DIR = directory;
  return { directory, handshakeMs, isPatient: true };
}

module.exports = { meetingPlace };
