'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const { test } = require('node:test');
const { App, SETTINGS } = require('../support/app');
const { PackagedApp } = require('../support/package');

const CONNECT = `
  const main = await MainProcess.connect(process.env.IPCAPP_DIR);
  main.control('configure', { development: false });
`;

test('a package hands its arguments on as data, not as a command line', { timeout: 30_000 }, async (t) => {
  const args = ['--IpcApp:Host=none', '/home/ada/Überblick 😀.txt', 'app://x/?"a" b', ''];
  const app = PackagedApp.start(t, {
    args,
    program: `
      const { readFileSync } = require('node:fs');
      tell({ argv: process.argv.slice(2), launch: JSON.parse(readFileSync(process.env.IPCAPP_DIR + '/launch.json')) });
      process.exitCode = 2;
    `,
  });
  const { argv, launch } = await app.next();
  assert.deepEqual(argv, []);
  assert.deepEqual(launch, { arguments: args, workingDirectory: '/' });
  assert.equal(await app.exited, 2);
  assert.deepEqual(app.leftovers, []);
});

test('a second start tells the first one how it was started, and ends', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, {
    singleInstance: true,
    program: `(async () => {${CONNECT}
      main.control('window', { name: 'main', options: { show: true, devTools: false, subFrames: false } });
      await main.nextControl('window-created');
      tell('ready');
      tell(await main.nextControl('second-instance'));
      main.control('quit', { code: 0 });
    })();\n`,
  });
  assert.equal(await app.next(), 'ready');
  const folder = fs.realpathSync(app.resources);
  const second = app.again(['--new', 'notes.txt'], folder);
  assert.equal(await second.exited, 0, second.stderr);
  assert.deepEqual(await app.next(), { type: 'second-instance', arguments: ['--new', 'notes.txt'], workingDirectory: folder });
  assert.equal(await app.exited, 0, app.stderr);
});

test('in development a second start tells what its .NET was started with', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { settings: JSON.stringify({ ...SETTINGS, singleInstance: true }) });
  const launch = { arguments: ['notes.txt'], workingDirectory: '/home/ada' };
  const second = App.start(t, { folder: app.folder, launch });
  assert.equal(await second.exited, 6, second.stderr);
  assert.deepEqual(await main.nextControl('second-instance'), { type: 'second-instance', ...launch });
});

test('what the system wants before .NET is there waits for it', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startConnected(t, { userMain: `
    let prevented = 0;
    const event = { preventDefault: () => { prevented++; } };
    electron.app.emit('open-file', event, '/home/ada/notes.txt');
    electron.app.emit('open-url', event, 'myapp://a');
    electron.app.emit('second-instance', {}, ['/usr/bin/app', '--x'], '/home', {});
    electron.preventedByHost = () => prevented;
  ` });
  assert.equal((await main.nextControl('open-file')).path, '/home/ada/notes.txt');
  assert.equal((await main.nextControl('open-url')).url, 'myapp://a');
  const second = { type: 'second-instance', arguments: ['--x'], workingDirectory: '/home' };
  assert.deepEqual(await main.nextControl('second-instance'), second, 'of another version, that tells nothing itself');
  assert.equal(await app.inMain('return electron.preventedByHost()'), 2);
  await app.inMain('electron.app.emit("open-file", { preventDefault() {} }, "/home/ada/more.txt")');
  assert.equal((await main.nextControl('open-file')).path, '/home/ada/more.txt');
});

test('an activation waits for .NET, and says whether it is to open windows', { timeout: 30_000 }, async (t) => {
  const activate = 'electron.app.emit("activate", {}, false)';
  const { app, main } = await App.startConnected(t, { userMain: `electron.app.once('ready', () => { ${activate}; });` });
  assert.deepEqual(await main.nextControl('activate'), { type: 'activate', hasVisibleWindows: false, opensWindows: true });
  await app.inMain(`electron.app.on('activate', () => {}); ${activate}`);
  assert.equal((await main.nextControl('activate')).opensWindows, false, 'electron/main.cjs decides');
});

test('an activation opens no windows while one is open', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {});
  await app.inMain('electron.app.emit("activate", {}, true)');
  assert.deepEqual(await main.nextControl('activate'), { type: 'activate', hasVisibleWindows: true, opensWindows: false });
});
