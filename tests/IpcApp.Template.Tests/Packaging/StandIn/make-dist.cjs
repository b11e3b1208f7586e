'use strict';

// Makes the folder that electron-builder takes for Electron's distribution. Arguments: the app's node_modules, the folder of the Chromium
// host, the platform (linux, win32, darwin) and the folder to make. Only the one for Linux can run: as electron.cjs does.

const fs = require('node:fs');
const path = require('node:path');

const [modules, chromiumHost, platform, folder] = process.argv.slice(2);

/** What @electron/fuses looks for in a binary: this text, the version of the wire, the number of fuses, and their states as of Electron 45. */
const FUSES = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.of(1, 9), Buffer.from('101100011')]);

function write(file, content, mode) {
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content, { mode });
}

/** A shell script that ends before the fuses are reached. */
function launcher() {
  const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  const program = [process.execPath, path.join(__dirname, 'electron.cjs'), path.join(modules, '@electron', 'asar'), chromiumHost];
  const script = `#!/bin/sh
self=$(readlink -f -- "$0")
exec ${program.map(quote).join(' ')} "$(dirname -- "$self")/resources" "$@"
# `;
  return Buffer.concat([Buffer.from(script), FUSES, Buffer.from('\n')]);
}

/** A Windows program without code, but with the version that electron-builder edits. */
function windowsProgram() {
  const { NtExecutable, NtExecutableResource, Resource } = require(path.join(modules, 'resedit'));
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.lang = 1033;
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), FUSES]);
}

/** @param {Record<string, string>} values */
function propertyList(values) {
  const entries = Object.entries(values).map(([key, value]) => `<key>${key}</key><string>${value}</string>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${entries}</dict></plist>\n`;
}

function macBundle(place, name) {
  write(`${place}/Contents/Info.plist`, propertyList({
    CFBundleExecutable: name, CFBundleIdentifier: 'com.github.Electron', CFBundleName: name, CFBundlePackageType: 'APPL', CFBundleVersion: '45.5.0',
  }));
  write(`${place}/Contents/MacOS/${name}`, 'a program', 0o755);
}

write('LICENSE', 'licence');
write('version', '45.5.0');
switch (platform) {
  case 'linux':
    write('electron', launcher(), 0o755);
    write('chrome-sandbox', 'a program', 0o755);
    write('locales/en-US.pak', 'texts');
    write('resources/.keep', '');
    break;
  case 'win32':
    write('electron.exe', windowsProgram());
    write('locales/en-US.pak', 'texts');
    write('resources/.keep', '');
    break;
  case 'darwin':
    macBundle('Electron.app', 'Electron');
    for (const helper of ['Helper', 'Helper (GPU)', 'Helper (Plugin)', 'Helper (Renderer)']) {
      macBundle(`Electron.app/Contents/Frameworks/Electron ${helper}.app`, `Electron ${helper}`);
    }
    write('Electron.app/Contents/Frameworks/Electron Framework.framework/Electron Framework', FUSES, 0o755);
    write('Electron.app/Contents/Resources/electron.icns', 'an icon');
    break;
  default:
    throw new Error(`There is no stand-in for Electron on '${platform}'.`);
}
