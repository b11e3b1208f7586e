'use strict';

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const { createApp } = require('./app');

const RUN_APP = path.join(__dirname, '..', '..', '..', 'chromium-stand-in', 'lib', 'launch', 'run-app.js');
const SUPPORT = path.join(__dirname, 'main-process.js');

/** What every program in the place of .NET begins with. It speaks to the test by lines of JSON on its standard output. */
const PRELUDE = `#!${process.execPath}
'use strict';
const { MainProcess } = require(${JSON.stringify(SUPPORT)});
const tell = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
`;

/**
 * A packaged app: its archive (here a folder), and a program in the place of .NET.
 * @typedef {object} Given
 * @property {string | null} program What runs after the prelude; null for no program.
 * @property {boolean} [isWhole] Leaves the prelude out.
 * @property {number} [mode] Of the program.
 * @property {number} [handshakeMs]
 * @property {boolean} [diagnostics]
 * @property {Record<string, string>} [files] More of the app.
 * @property {Record<string, string>} [env]
 * @property {string} [executable] What Electron's executable is called.
 * @property {string[]} [args] The command line.
 * @property {boolean} [singleInstance]
 */

/** A packaged app, started as Electron starts it, on the Chromium stand-in. Ended with the test. */
class PackagedApp {
  stderr = '';
  #stdout = '';
  /** @type {{ from: number, resolve: (value: any) => void }[]} */
  #waiting = [];
  #taken = 0;

  /**
   * @param {import('node:child_process').ChildProcess} process
   * @param {string} resources
   * @param {(args: string[], cwd: string) => PackagedApp} again
   */
  constructor(process, resources, again) {
    this.process = process;
    this.resources = resources;
    /** Starts the same app once more. */
    this.again = again;
    /** @type {Promise<number | null>} */
    this.exited = once(process, 'close').then(([code]) => code);
    process.stderr?.on('data', (chunk) => { this.stderr += chunk; });
    process.stdout?.on('data', (chunk) => {
      this.#stdout += chunk;
      this.#deliver();
    });
  }

  /** @param {import('node:test').TestContext} t @param {Given} given */
  static start(t, given) {
    const { program, isWhole = false, mode = 0o755, handshakeMs = 15_000, diagnostics = false, files = {}, singleInstance = false } = given;
    const settings = {
      id: 'com.example.test', name: 'Test', scheme: 'app', wwwroot: '../wwwroot', userMain: '../electron/main.cjs', singleInstance,
      mainProcess: 'TestApp', handshakeMs, diagnostics,
    };
    const resources = createApp(t, { settings: JSON.stringify(settings), files });
    fs.mkdirSync(path.join(resources, 'main-process'));
    fs.mkdirSync(path.join(resources, 'meeting'), { mode: 0o700 });
    if (program !== null) {
      fs.writeFileSync(path.join(resources, 'main-process', 'TestApp'), (isWhole ? '' : PRELUDE) + program, { mode });
    }
    return PackagedApp.#run(t, resources, given, given.args ?? [], '/');
  }

  /**
   * @param {import('node:test').TestContext} t
   * @param {string} resources
   * @param {Given} given
   * @param {string[]} args
   * @param {string} cwd
   */
  static #run(t, resources, given, args, cwd) {
    const { env = {}, executable } = given;
    const options = JSON.stringify({ path: resources, resources, executable });
    const launch = `require(${JSON.stringify(RUN_APP)}).runApp(${JSON.stringify(args)}, ${options})`;
    const child = spawn(process.execPath, ['-e', launch], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env, HOME: resources, XDG_CONFIG_HOME: path.join(resources, 'config'), XDG_RUNTIME_DIR: path.join(resources, 'meeting'), ...env,
      },
    });
    const app = new PackagedApp(child, resources, (...next) => PackagedApp.#run(t, resources, given, ...next));
    t.after(async () => {
      child.kill('SIGKILL');
      await app.exited;
    });
    return app;
  }

  /** What the host leaves behind where the two met. */
  get leftovers() {
    return fs.readdirSync(path.join(this.resources, 'meeting')).filter((name) => name.startsWith('ipcapp-'));
  }

  /** The next value that the program tells. @returns {Promise<any>} */
  next() {
    return new Promise((resolve) => {
      this.#waiting.push({ from: this.#taken++, resolve });
      this.#deliver();
    });
  }

  #deliver() {
    const lines = this.#stdout.split('\n').slice(0, -1);
    this.#waiting = this.#waiting.filter(({ from, resolve }) => {
      const line = lines[from];
      if (line === undefined) {
        return true;
      }
      resolve(JSON.parse(line));
      return false;
    });
  }
}

exports.PackagedApp = PackagedApp;
