'use strict';

// electron-builder calls this once for each platform and processor: it publishes the C# program for it, before anything is packed.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { Arch } = require('electron-builder');

const SYSTEMS = { linux: 'linux', win: 'win', mac: 'osx' };
const PROCESSORS = ['x64', 'arm64'];

module.exports = async ({ packager, arch }) => {
  const root = packager.projectDir;
  const platform = packager.platform.buildConfigurationKey;
  const processor = Arch[arch];
  if (!PROCESSORS.includes(processor)) {
    throw new Error(`There is no .NET main process for '${processor}': package for ${PROCESSORS.join(' and ')}, each by itself.`);
  }
  const output = path.join(root, 'artifacts', 'main-process', `${platform}-${processor}`);
  fs.rmSync(output, { recursive: true, force: true }); // what is left of an earlier publish would be packed, too
  run(process.env.DOTNET_HOST_PATH ?? 'dotnet', [
    'publish', path.join(root, 'MainProcess'), '--configuration', 'Release', '--runtime', `${SYSTEMS[platform]}-${processor}`, '--output', output,
    // This is the publish inside the package: it must not package again.
    '-p:IpcAppInnerPublish=true', '-p:PublishProfile=', '--nologo',
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
    throw new Error(`'${program} ${args.join(' ')}' failed: ${error?.message ?? `exit code ${status}`}`);
  }
}
