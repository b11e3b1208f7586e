'use strict';

// Where the plug-in cannot be attached: that is said, and Electron.NET goes on.

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { ElectronNetApp, until } = require('../support/electronnet/app');

const LIMIT = { timeout: 30_000 };

/** @type {[string, string, RegExp][]} */
const IN_THE_WAY = [
  ['a scheme that somebody has registered', "electron.protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { secure: true } }])",
    /The scheme 'app' belongs to the app's own pages; choose another name/],
  ['a folder that is not there', "delete process.env.XDG_RUNTIME_DIR, process.env.TMPDIR = '/nowhere'",
    /no private directory can be made for the app's two processes \(.*\); make room there, or set/],
];
for (const [what, preparation, expected] of IN_THE_WAY) {
  test(`Electron first: ${what} is told, and nothing has been changed`, LIMIT, async (t) => {
    const app = ElectronNetApp.start(t, { program: 'setInterval(() => {}, 1000);', env: { IPCAPP_DIR: undefined }, customMain: `
      const electron = require('electron');
      module.exports.onStartup = () => {
        const { XDG_RUNTIME_DIR, TMPDIR = '/tmp' } = process.env;
        ${preparation};
        try {
          require('./ipcapp/electron-main/plug-in').attach();
        } finally {
          Object.assign(process.env, { XDG_RUNTIME_DIR, TMPDIR });
        }
      };` }, []);
    await until(app, expected, 'stderr');
    assert.equal(await app.inMain('return process.env.IPCAPP_DIR'), undefined);
    assert.deepEqual(app.leftovers, []);
    await app.inMain('return electron.app.whenReady()');
    await app.inMain('setImmediate(() => electron.app.quit())');
    assert.equal(await app.exited, 0, app.stderr);
  });
}

/** @type {[string, Parameters<typeof ElectronNetApp.start>[1], RegExp][]} */
const FAILING = [
  ['an Electron that is too old', { customMain: `module.exports.onStartup = () => {
    Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: '34.5.8' } });
    require('./ipcapp/electron-main/plug-in').attach(); };` },
  /ipcapp cannot use Electron 34\.5\.8: set <ElectronVersion> in the project file to 35 or later/],
  ['settings that are broken', { settings: { scheme: '' } }, /app\.json cannot be used \('scheme' must be a string\)/],
  ['a .NET that has not said where to meet', { env: { IPCAPP_DIR: undefined } },
    /without saying where to meet; call builder\.Services\.AddElectronLauncher/],
  ['a second attach', { customMain: `module.exports.onStartup = () => {
    const plugIn = require('./ipcapp/electron-main/plug-in'); plugIn.attach(); plugIn.attach(); };`, env: { IPCAPP_DIR: '/nowhere' } },
  /ipcapp can be attached once only/],
];
for (const [what, given, expected] of FAILING) {
  test(`${what} cannot keep Electron.NET from starting`, LIMIT, async (t) => {
    const app = ElectronNetApp.start(t, given, ['-unpackeddotnet']);
    await until(app, expected, 'stderr');
    assert.match(app.stderr, /^Error while executing custom_main\.js:/m);
    await app.inMain('return electron.app.whenReady()');
    const windowId = await app.create('about:blank');
    assert.equal(await app.inMain(`return electron.BrowserWindow.fromId(${windowId}).id`), windowId);
    await app.inMain('setImmediate(() => electron.app.quit())');
    assert.equal(await app.exited, 0);
  });
}

test('a directory in which nobody can meet is told in one line, and Electron.NET goes on', LIMIT, async (t) => {
  const app = ElectronNetApp.start(t, { env: { IPCAPP_DIR: '/nowhere' } }, ['-dotnetpacked']);
  await until(app, /^ipcapp: .*The bridge's directory '\/nowhere' does not exist/m, 'stderr');
  await app.inMain('return electron.app.whenReady()');
  await app.inMain('setImmediate(() => electron.app.quit())');
  assert.equal(await app.exited, 0);
});
