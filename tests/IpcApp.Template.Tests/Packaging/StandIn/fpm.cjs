#!/usr/bin/env node
'use strict';

// What electron-builder needs of fpm for a .deb, by dpkg-deb: CUSTOM_FPM_PATH names it. fpm itself would be downloaded.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** Options without a value. All others have one. */
const FLAGS = ['--force', '--debug'];
const options = {};
const depends = [];
const recommends = [];
const mappings = [];
for (let args = process.argv.slice(2); args.length > 0;) {
  const option = args.shift();
  if (!option.startsWith('-')) mappings.push(option.split('='));
  else if (option === '-d') depends.push(args.shift());
  else if (option === '--deb-recommends') recommends.push(args.shift());
  else if (!FLAGS.includes(option)) options[option.replace(/^-+/, '')] = args.shift();
}
if (options.t !== 'deb') throw new Error(`Only packages of type deb can be made here, not '${options.t}'.`);

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'ipcapp-deb-'));
process.on('exit', () => fs.rmSync(root, { recursive: true, force: true }));
for (const [source, target] of mappings) {
  fs.cpSync(source, path.join(root, target), { recursive: true, verbatimSymlinks: true });
}

const control = {
  Package: options.name,
  Version: options.version,
  Architecture: options.architecture,
  Maintainer: options.maintainer,
  Depends: depends.join(', '),
  Recommends: recommends.join(', '),
  Section: options.category ?? 'default',
  Priority: options['deb-priority'],
  Homepage: options.url,
  Description: options.description.trim().split('\n').map((line, index) => (index === 0 ? line : ` ${line.trim() || '.'}`)).join('\n'),
};
const text = Object.entries(control).filter(([, value]) => value).map(([name, value]) => `${name}: ${value}\n`).join('');
const scripts = path.join(root, 'DEBIAN');
fs.mkdirSync(scripts);
fs.writeFileSync(path.join(scripts, 'control'), text);
fs.writeFileSync(path.join(scripts, 'postinst'), fs.readFileSync(options['after-install']), { mode: 0o755 });
fs.writeFileSync(path.join(scripts, 'postrm'), fs.readFileSync(options['after-remove']), { mode: 0o755 });

// Hardly compressed: a test has no time for more.
fs.chmodSync(root, 0o755);
const { status } = spawnSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', root, options.package], { stdio: 'inherit' });
process.exitCode = status ?? 1;
