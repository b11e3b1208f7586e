'use strict';

// What puts foreign code into a .NET process, or into what it starts. Fuses keep the like out of Electron; an executable of our own has to
// be kept clean by the process that starts it.

/** Prefixes: the runtime's settings name libraries to load and ports to debug at, the loaders' do the same for any program. */
const PREFIXES = ['DOTNET_', 'ASPNETCORE_', 'COMPLUS_', 'CORECLR_', 'COR_', 'COREHOST_', 'CLR_', 'LD_', 'DYLD_', 'IPCAPP_'];
const NAMES = ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'OPENSSL_CONF', 'OPENSSL_MODULES', 'OPENSSL_ENGINES', 'GCONV_PATH'];

/** A snap finds its own libraries by it. In an AppImage it would put Electron's libraries before the system's. */
const SNAP_LIBRARIES = 'LD_LIBRARY_PATH';

/**
 * The switch for the diagnostics port, the debugger and profilers of .NET: each lets other programs of the user run code in the process. Its
 * narrower variants, such as DOTNET_EnableDiagnostics_IPC, leave the debugger open, and native code does not read them.
 */
const DIAGNOSTICS = 'DOTNET_EnableDiagnostics';

/**
 * The environment of a packaged app's .NET: this one, without what loads code, and with where to meet. Diagnostics are closed.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} directory
 * @returns {NodeJS.ProcessEnv}
 */
function childEnvironment(env, directory) {
  const kept = Object.entries(env).filter(([name]) => isHarmless(name) || (name === SNAP_LIBRARIES && isInSnap(env)));
  return { ...Object.fromEntries(kept), [DIAGNOSTICS]: '0', IPCAPP_DIR: directory };
}

/** What opens diagnostics for an app whose settings say so. @param {boolean} areOpen @returns {NodeJS.ProcessEnv} */
function diagnosticsEnvironment(areOpen) {
  return areOpen ? { [DIAGNOSTICS]: '1' } : {};
}

/** A terminal in a snap hands SNAP on to whatever is started from it. @param {NodeJS.ProcessEnv} env */
function isInSnap({ SNAP: snap, APPIMAGE: image }) {
  return snap !== undefined && image === undefined && process.execPath.startsWith(`${snap}/`);
}

/** Windows does not tell upper and lower case apart. @param {string} name */
function isHarmless(name) {
  const upper = name.toUpperCase();
  return !NAMES.includes(upper) && !PREFIXES.some((prefix) => upper.startsWith(prefix));
}

module.exports = { childEnvironment, diagnosticsEnvironment };
