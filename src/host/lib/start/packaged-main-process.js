'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { createDirectory, removeDirectory } = require('../bridge');
const { childEnvironment } = require('./child-environment');
const { EXIT } = require('./exit-codes');
const { SetupError, firstLine } = require('./setup-error');

const FOLDER = 'main-process';
/** How long a .NET process may take to end when the app does. */
const LEAVING_MS = 2_000;
/** How long after its end what it wrote last may take to arrive; what it has started itself could hold the pipe open for ever. */
const DRAINING_MS = 200;
/** How much of what it writes last is kept, for whoever has to be told why it ended. */
const LAST_WORDS = 4_096;

/**
 * How it ended: with a code, by a signal, or it was never there.
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, problem: string | null }} Ending
 */

/** The .NET main process of a packaged app: this process starts it, and neither outlives the other. */
class PackagedMainProcess {
  #file;
  #more;
  /** @type {import('node:child_process').ChildProcess | null} */
  #child = null;
  #lastWords = '';
  /** @type {(ending: Ending) => void} */
  #end = () => {};

  /** The private directory in which the two meet. */
  directory;
  hasConnected = false;
  /** @type {Promise<Ending>} */
  ended = new Promise((resolve) => { this.#end = resolve; });

  /**
   * @param {string} resources The package's folder of resources.
   * @param {string} name The executable, without the extension that it has on Windows.
   * @param {NodeJS.ProcessEnv} [more] What its environment has beside the place to meet.
   * @throws {SetupError} It is not there.
   */
  constructor(resources, name, more = {}) {
    this.#more = more;
    this.#file = path.join(resources, FOLDER, process.platform === 'win32' ? `${name}.exe` : name);
    requireExecutable(this.#file);
    this.directory = createDirectory();
    process.on('exit', () => this.#endAtOnce()); // for every way out that does not wait for `stop`
  }

  /** The last line that it wrote as an error. */
  get lastWords() {
    return this.#lastWords.trimEnd().split('\n').at(-1) ?? '';
  }

  start() {
    const child = spawn(this.#file, [], {
      cwd: path.dirname(path.dirname(this.#file)),
      env: { ...childEnvironment(process.env, this.directory), ...this.#more },
      stdio: ['ignore', 'inherit', 'pipe'],
      windowsHide: true,
    });
    this.#child = child;
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => {
      process.stderr.write(chunk);
      this.#lastWords = (this.#lastWords + chunk).slice(-LAST_WORDS);
    });
    child.on('error', (error) => this.#end({ code: null, signal: null, problem: firstLine(error) }));
    child.on('exit', (code, signal) => setTimeout(() => this.#end({ code, signal, problem: null }), DRAINING_MS));
    child.on('close', (code, signal) => this.#end({ code, signal, problem: null }));
  }

  /** Waits until it has ended by itself, and ends it if it does not, or has never been told to. Gives its exit code, if it has one, else 0. */
  async stop() {
    let code = null;
    if (this.#child !== null) {
      const limit = setTimeout(() => this.kill(), this.hasConnected ? LEAVING_MS : 0);
      ({ code } = await this.ended);
      clearTimeout(limit);
    }
    removeDirectory(this.directory);
    return code ?? 0;
  }

  kill() {
    this.#child?.kill('SIGKILL');
  }

  #endAtOnce() {
    this.kill();
    removeDirectory(this.directory);
  }
}

/** @param {string} file @throws {SetupError} */
function requireExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
  } catch (error) {
    const isMissing = /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT';
    throw new SetupError(`the app's main process '${file}' ${isMissing ? 'is missing' : 'can not be run'}; install the app again`, EXIT.missing);
  }
}

/**
 * What to say of one that ended before it had connected, and with what to end. Null where it has said why itself.
 * @param {Ending} ending
 * @returns {{ exitCode: number, line: string | null }}
 */
function explainEnding({ code, signal, problem }) {
  if (code === EXIT.setup || code === EXIT.missing) {
    return { exitCode: code, line: null };
  }
  const how = problem ?? (signal === null ? `exit code ${code}` : `signal ${signal}`);
  return { exitCode: EXIT.handshake, line: `the .NET main process ended before it had connected (${how}); look at its output above` };
}

exports.PackagedMainProcess = PackagedMainProcess;
exports.explainEnding = explainEnding;
