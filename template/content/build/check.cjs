'use strict';

// 'npm run dist' runs this first. It takes a second and reports in one line what packaging would fail for after a minute.
// docs/reference/diagnostics.md of IpcApp describes the ids.

const path = require('path');
const { engines = {}, ...declared } = require('../package.json');

const root = path.dirname(__dirname);

for (const check of [checkNode, checkPackages, checkSdk]) {
  const problem = check();
  if (problem) {
    console.error(`error ${problem}`);
    process.exit(1);
  }
}

function checkNode() {
  const floor = /\d+\.\d+/.exec(engines.node);
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor] = floor ? floor[0].split('.').map(Number) : [0, 0];
  return major < leastMajor || (major === leastMajor && minor < leastMinor)
    ? `IPC0102: Node.js ${floor[0]} or later is needed, and the 'node' on the PATH is ${process.version}. `
      + `Install Node.js ${floor[0]} or later, with npm, and start the terminal or IDE again.`
    : null;
}

/** An app without package-lock.json uses another package manager than npm. */
function checkPackages() {
  const locked = readJson('package-lock.json');
  const installed = readJson('node_modules/.package-lock.json');
  if (locked && installed) {
    const undeclared = ['dependencies', 'devDependencies', 'optionalDependencies'].find((kind) =>
      JSON.stringify(Object.entries(declared[kind] || {}).sort()) !== JSON.stringify(Object.entries(locked.packages[''][kind] || {}).sort()));
    if (undeclared) {
      return `IPC0133: package-lock.json does not fit the ${undeclared} of package.json. Run 'npm install' in the app's folder.`;
    }
    const different = Object.entries(locked.packages).find(([name, { version, optional, devOptional, peer }]) => name !== ''
      && (installed.packages[name] ? installed.packages[name].version !== version : !optional && !devOptional && !peer));
    if (different) {
      return `IPC0133: '${different[0]}' is not installed as package-lock.json says. Run 'npm ci' in the app's folder.`;
    }
  }
  try {
    require.resolve('electron-builder/package.json', { paths: [root] });
    return null;
  } catch {
    return `IPC0120: electron-builder is not installed. ${locked ? "Run 'npm ci' in the app's folder." : "Install the packages of package.json."}`;
  }
}

function checkSdk() {
  const { spawnSync } = require('child_process');
  const { error, status } = spawnSync(process.env.DOTNET_HOST_PATH || 'dotnet', ['--version'], { cwd: root });
  const problem = error ? "'dotnet' was not found on the PATH" : status !== 0 ? "'dotnet' finds none that global.json in the app's folder allows" : null;
  return problem && `IPC0130: A .NET SDK is needed, and ${problem}. Install one, and start the terminal or IDE again.`;
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(require('fs').readFileSync(path.join(root, file), 'utf8'));
  } catch {
    return null;
  }
}
