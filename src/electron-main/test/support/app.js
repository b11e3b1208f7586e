'use strict';

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const { createDirectory, removeDirectory } = require('../../lib/bridge');
const { writeLaunch } = require('../../lib/start/launch');
const { ask } = require('./ask');
const { MainProcess } = require('./main-process');
const { temporaryFolder } = require('./temporary');

const HOST = path.join(__dirname, '..', '..');
const STAND_IN = path.join(HOST, '..', 'chromium-stand-in', 'cli.js');
const SETTINGS = {
  id: 'com.example.test', name: 'Test', scheme: 'app', wwwroot: '../wwwroot', userMain: '../electron/main.cjs', singleInstance: false,
  mainProcess: 'TestApp', handshakeMs: 15_000, diagnostics: false,
};

/** Lets a test run code in the app's first window or in Electron's main process, over the channel that Node gives to child processes. */
const DRIVER = `
const electron = require('electron');
const evaluate = async (place, code) => place === 'main'
  ? await new Function('electron', code)(electron)
  : await electron.BrowserWindow.getAllWindows()[0].webContents.executeJavaScript(code);
process.on('message', async ({ id, place, code }) => {
  process.send({ id, ...await evaluate(place, code).then((value) => ({ value }), (error) => ({ error: error.message })) });
});
`;
const PAGE = '<!doctype html><title>Test</title><body></body>';

/**
 * @typedef {object} AppFiles
 * @property {string | null} [settings] Text of app.json; null leaves it out.
 * @property {string} [userMain] More of electron/main.cjs.
 * @property {Record<string, string>} [files] By path in the app's folder.
 * @property {Record<string, string | undefined>} [env]
 * @property {import('../../lib/start/launch').Launch} [launch] How .NET says that it was started.
 * @property {string} [folder] Of an app that is there already.
 *
 * @typedef {object} Wishes What the test's .NET asks for.
 * @property {object} [configure]
 * @property {Record<string, Parameters<import('./main-process').MainProcess['bind']>[1]>} [bind]
 * @property {object} [window]
 * @property {string} [url]
 *
 * @typedef {AppFiles & Wishes} Given
 */

/** An app's folder as the build makes it. @param {import('node:test').TestContext} t @param {AppFiles} given */
function createApp(t, { settings = JSON.stringify(SETTINGS), userMain = '', files = {} }) {
  const folder = temporaryFolder(t, {
    'package.json': JSON.stringify({ name: 'test-app', version: '1.0.0', main: '.ipcapp/electron-main/main.js' }),
    ...(settings === null ? {} : { '.ipcapp/app.json': settings }),
    'wwwroot/index.html': PAGE,
    'electron/main.cjs': DRIVER + userMain,
    ...files,
  });
  const target = path.join(folder, '.ipcapp', 'electron-main');
  for (const name of ['package.json', 'main.js', 'preload.js', 'lib']) {
    fs.cpSync(path.join(HOST, name), path.join(target, name), { recursive: true });
  }
  return folder;
}

/** A running host on the Chromium stand-in. Ended with the test. */
class App {
  stderr = '';

  /** @param {import('node:child_process').ChildProcess} process @param {string} directory @param {string} folder */
  constructor(process, directory, folder) {
    this.process = process;
    this.directory = directory;
    this.folder = folder;
    /** @type {Promise<number | null>} */
    this.exited = once(process, 'close').then(([code]) => code);
    process.stderr?.on('data', (chunk) => { this.stderr += chunk; });
    process.stdout?.resume();
  }

  /**
   * @param {import('node:test').TestContext} t
   * @param {AppFiles} [given]
   */
  static start(t, given = {}) {
    const folder = given.folder ?? createApp(t, given);
    const directory = createDirectory();
    if (given.launch !== undefined) {
      writeLaunch(directory, given.launch);
    }
    const child = spawn(process.execPath, [STAND_IN, folder], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: path.join(folder, 'config'), IPCAPP_DIR: directory, ...given.env },
    });
    const app = new App(child, directory, folder);
    t.after(async () => {
      child.kill('SIGKILL');
      await app.exited;
      removeDirectory(directory);
    });
    return app;
  }

  /**
   * Starts an app and connects to it as .NET does.
   * @param {import('node:test').TestContext} t
   * @param {Given} [given]
   */
  static async startConnected(t, given = {}) {
    const app = App.start(t, given);
    const main = await MainProcess.connect(app.directory);
    main.control('configure', { development: true, ...given.configure });
    main.control('started');
    return { app, main };
  }

  /**
   * Starts an app with one window that shows its page.
   * @param {import('node:test').TestContext} t
   * @param {Given} [given]
   */
  static async startWithPage(t, given = {}) {
    const { app, main } = await App.startConnected(t, given);
    for (const [channel, wanted] of Object.entries(given.bind ?? {})) {
      main.bind(channel, wanted);
    }
    main.control('window', { name: 'main', options: { show: true, devTools: false, subFrames: false, ...given.window }, url: given.url });
    const { contents } = await main.nextControl('window-created');
    await main.nextSnapshot(given.url ?? 'app://local/');
    return { app, main, contents };
  }

  /** Runs an expression in the page of the first window; a promise is awaited. @param {string} code @returns {Promise<any>} */
  inPage(code) {
    return this.#run('page', code);
  }

  /** How a promise of the page ends. @param {string} code @returns {Promise<string>} */
  outcome(code) {
    return this.#run('page', `${code}.then(() => 'resolved', (error) => error.message)`);
  }

  /** Runs statements in the main process, with `electron` in scope. @param {string} code @returns {Promise<any>} */
  inMain(code) {
    return this.#run('main', code);
  }

  /** @param {'page' | 'main'} place @param {string} code @returns {Promise<any>} */
  #run(place, code) {
    return ask(this.process, { place, code });
  }
}

exports.App = App;
exports.SETTINGS = SETTINGS;
exports.createApp = createApp;
