'use strict';

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const { createDirectory, removeDirectory } = require('../../../lib/bridge');
const { ask } = require('../ask');
const { MainProcess } = require('../main-process');
const { temporaryFolder } = require('../temporary');

const HOST = path.join(__dirname, '..', '..', '..');
const STAND_IN = path.join(HOST, '..', 'chromium-stand-in', 'cli.js');
const SETTINGS = {
  id: 'com.example.test', name: 'Test', scheme: 'app', wwwroot: 'wwwroot', userMain: 'unused.cjs', singleInstance: false,
  mainProcess: 'TestApp', handshakeMs: 15_000, diagnostics: false,
};
/** What Electron.NET's users should ask for; its own default is the contrary. */
const SAFE = { show: true, webPreferences: { nodeIntegration: false, contextIsolation: true, sandbox: true } };
const PRELUDE = `#!${process.execPath}
'use strict';
const { MainProcess } = require(${JSON.stringify(path.join(__dirname, '..', 'main-process.js'))});
const tell = (...values) => process.stdout.write(values.join(' ') + '\\n');
`;

/**
 * @typedef {object} Given
 * @property {string} [customMain] Instead of the file that the build puts there.
 * @property {string} [program] What runs, after a prelude, in the place of .NET: then Electron is first.
 * @property {Record<string, string>} [files]
 * @property {object} [settings]
 * @property {Record<string, string | undefined>} [env]
 */

/** What Electron.NET's build makes of `.electron`, with our files in it. @param {import('node:test').TestContext} t @param {Given} given */
function createFolder(t, { customMain, program, files = {}, settings = {} }) {
  const folder = temporaryFolder(t, {
    'package.json': JSON.stringify({ name: 'test-app', version: '1.0.0', main: 'main.js', executable: 'TestApp', singleInstance: false }),
    'main.js': fs.readFileSync(path.join(__dirname, 'main.js')),
    'custom_main.js': customMain ?? fs.readFileSync(path.join(HOST, 'plug-in', 'custom_main.js')),
    'ipcapp/app.json': JSON.stringify({ ...SETTINGS, ...settings }),
    'ipcapp/wwwroot/index.html': '<!doctype html><title>Own</title><body></body>',
    ...files,
  });
  for (const name of ['package.json', 'plug-in', 'preload.js', 'lib']) {
    fs.cpSync(path.join(HOST, name), path.join(folder, 'ipcapp', 'electron-main', name), { recursive: true });
  }
  fs.mkdirSync(path.join(folder, 'meeting'), { mode: 0o700 });
  if (program !== undefined) {
    fs.writeFileSync(path.join(folder, 'TestApp'), PRELUDE + program, { mode: 0o755 });
  }
  return folder;
}

/** An Electron.NET app with the plug-in, on the Chromium stand-in. Ended with the test. */
class ElectronNetApp {
  stderr = '';
  stdout = '';

  /** @param {import('node:child_process').ChildProcess} process @param {string} folder */
  constructor(process, folder) {
    this.process = process;
    this.folder = folder;
    /** @type {Promise<number | null>} */
    this.exited = once(process, 'close').then(([code]) => code);
    process.stderr?.on('data', (chunk) => { this.stderr += chunk; });
    process.stdout?.on('data', (chunk) => { this.stdout += chunk; });
  }

  /**
   * @param {import('node:test').TestContext} t
   * @param {Given} given
   * @param {string[]} switches
   */
  static start(t, given, switches) {
    const folder = createFolder(t, given);
    const child = spawn(process.execPath, [STAND_IN, folder, ...switches], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: {
        ...process.env, HOME: folder, XDG_CONFIG_HOME: path.join(folder, 'config'), XDG_RUNTIME_DIR: path.join(folder, 'meeting'), ...given.env,
      },
    });
    const app = new ElectronNetApp(child, folder);
    t.after(async () => {
      child.kill('SIGKILL');
      await app.exited;
    });
    return app;
  }

  /**
   * .NET is first: it has made the directory, and connects.
   * @param {import('node:test').TestContext} t
   * @param {Given} [given]
   */
  static async startDotnetFirst(t, given = {}) {
    const directory = createDirectory();
    t.after(() => removeDirectory(directory));
    const app = ElectronNetApp.start(t, { ...given, env: { IPCAPP_DIR: directory, ...given.env } }, ['-unpackeddotnet', '-electronforcedport=0']);
    const main = await MainProcess.connect(directory);
    main.control('configure', { development: true });
    main.control('started');
    await main.ask('settle');
    return { app, main };
  }

  /** What is left of the directories that the plug-in made. */
  get leftovers() {
    return fs.readdirSync(path.join(this.folder, 'meeting')).filter((name) => name.startsWith('ipcapp-'));
  }

  /** As Electron.NET makes a window. @param {string} url @param {object} [options] @returns {Promise<number>} */
  create(url, options = SAFE) {
    return this.#run('create', { options, url });
  }

  /** @param {number} windowId @param {string} url */
  load(windowId, url) {
    return this.#run('load', { windowId, url });
  }

  /** @param {number} windowId @param {string} code @returns {Promise<any>} */
  inPage(windowId, code) {
    return this.#run('page', { windowId, code });
  }

  /** With `electron` and `seen` in scope. @param {string} code @returns {Promise<any>} */
  inMain(code) {
    return this.#run('main', { code });
  }

  /** @param {string} command @param {object} content @returns {Promise<any>} */
  #run(command, content) {
    return ask(this.process, { command, ...content });
  }
}

/** Waits until it has written that. @param {ElectronNetApp} app @param {RegExp} expected @param {'stdout' | 'stderr'} [stream] */
function until(app, expected, stream = 'stdout') {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (expected.test(app[stream])) {
        resolve(null);
      }
    };
    app.process[stream]?.on('data', look);
    app.process.once('close', () => (look(), reject(new Error(`The app has ended. ${app.stderr}`)))); // with all that it has started
    look();
  });
}

exports.ElectronNetApp = ElectronNetApp;
exports.until = until;
exports.SAFE = SAFE;
