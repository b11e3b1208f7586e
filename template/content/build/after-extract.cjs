'use strict';

// electron-builder calls this once for each platform and processor, when it has Electron: the C# program is published for them. Whatever keeps
// electron-builder from getting Electron is reported before.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { Arch } = require('electron-builder');
const { problem } = require('./problem.cjs');

const SYSTEMS = { linux: 'linux', win: 'win', mac: 'osx' };

module.exports = async ({ packager, arch }) => {
  const root = packager.projectDir;
  const platform = packager.platform.buildConfigurationKey;
  const processor = Arch[arch];
  const output = path.join(root, 'artifacts', 'main-process', `${platform}-${processor}`);
  fs.rmSync(output, { recursive: true, force: true }); // what is left of an earlier publish would be packed, too
  run(process.env.DOTNET_HOST_PATH ?? 'dotnet', [
    'publish', path.join(root, 'MainProcess'), '--configuration', 'Release', '--runtime', `${SYSTEMS[platform]}-${processor}`, '--output', output,
    // This is the publish inside the package: it must not package again.
    '-p:IpcAppInnerPublish=true', '-p:PublishProfile=', '--nologo',
    `-p:IpcAppPackageVersion=${packager.appInfo.version}`,
    `-p:PathMap=${pathMap(root)}`,
    ...given(),
  ], root);
};

// A package does not tell where it was made. The compiler wants commas and equals signs doubled, MSBuild the characters of its own escaped.
function pathMap(root) {
  return `${root}${path.sep}`.replace(/[,=]/g, '$&$&').replace(/[%;,]/g, (c) => encodeURIComponent(c)) + '=/_/';
}

// Properties for this publish, such as Version=2.0.0;PublishAot=true. 'dotnet publish' with the profile Electron sets them to what it was given.
function given() {
  const properties = process.env.IPCAPP_PACKAGE_PROPERTIES;
  return properties ? [`-p:${properties}`] : [];
}

function run(program, args, folder) {
  const { error, status } = spawnSync(program, args, { cwd: folder, stdio: 'inherit' });
  if (error || status !== 0) {
    throw problem(`'${program} ${args.join(' ')}' failed: ${error?.message ?? `exit code ${status}`}`);
  }
}
