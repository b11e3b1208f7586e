'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { removeDirectory } = require('../bridge');
const { DEFAULTS } = require('../configuration');
const { childEnvironment } = require('./child-environment');
const { EXIT } = require('./exit-codes');
const { ErrorOutput } = require('./error-output');
const { makeMeetingPlace } = require('./make-meeting-place');
const { SetupError, firstLine } = require('./setup-error');

const FOLDER = 'main-process';
/** How much longer than .NET's services may take the whole process may, before it is ended. */
const LEAVING_MS = 2_000;
/** How long after its end what it wrote last may take to arrive; what it has started itself could hold the pipe open for ever. */
const DRAINING_MS = 200;
/** What a timer can wait. */
const MAX_MS = 2 ** 31 - 1;
/** Reasons that pass. */
const SHORTAGES = ['EAGAIN', 'ENOMEM', 'EMFILE', 'ENFILE'];

/**
 * How it ended: with a code, by a signal, or it was never there.
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, problem: string | null }} Ending
 */

/**
 * What is reported of an end, and what the app ends with. The line is null if there is nothing to report.
 * @typedef {{ exitCode: number, line: string | null }} Report
 */

/** The .NET main process of a packaged app: this process starts it, and neither outlives the other. */
class PackagedMainProcess {
  #file;
  #more;
  /** @type {import('node:child_process').ChildProcess | null} */
  #child = null;
  #errorOutput = new ErrorOutput();
  /** @type {(ending: Ending) => void} */
  #end = () => {};

  #hasEnded = false;

  /** The private directory in which the two meet. */
  directory;
  hasConnected = false;
  /** Why the connection was lost, if it was. @type {string | null} */
  lossReason = null;
  /** @type {Promise<Ending>} */
  ended = new Promise((resolve) => { this.#end = resolve; });

  /**
   * @param {string} resources The package's folder of resources.
   * @param {string} name The executable, without the extension that it has on Windows.
   * @param {NodeJS.ProcessEnv} [more] What its environment has beside the place to meet.
   * @throws {SetupError} It is not there, or there is nowhere to meet.
   */
  constructor(resources, name, more = {}) {
    this.#more = more;
    this.#file = path.join(resources, FOLDER, process.platform === 'win32' ? `${name}.exe` : name);
    requireExecutable(this.#file);
    this.directory = makeMeetingPlace();
    process.on('exit', () => this.#leave());
  }

  /** The last lines that it wrote as errors. */
  get errorOutput() {
    return this.#errorOutput.text;
  }

  start() {
    try {
      this.#watch(this.#spawn());
    } catch (error) {
      this.#fail(error); // Node throws some errors of the system, and tells others by an event
    }
  }

  /**
   * Waits until it has ended by itself, and ends it if it does not, or has never been told to.
   * @param {number} [limitMs] How long its services may still take to stop.
   * @param {number} [allowedMs] How long they were allowed to take, for the line that says that they took longer.
   * @returns {Promise<Report & { how: string }>} A line unless it ended in order, and the code or signal.
   */
  async stop(limitMs = DEFAULTS.shutdownMs, allowedMs = limitMs) {
    let report = { exitCode: /** @type {number} */ (EXIT.ok), line: /** @type {string | null} */ (null), how: '' };
    if (this.#child !== null) {
      let isOverdue = false;
      const limit = setTimeout(() => {
        isOverdue = true;
        this.kill();
      }, this.hasConnected ? Math.min(limitMs + LEAVING_MS, MAX_MS) : 0);
      const ending = await this.ended;
      clearTimeout(limit);
      if (this.hasConnected || !isOverdue) {
        report = { ...explainEnd(ending, isOverdue ? allowedMs : null), how: describe(ending) };
      }
    }
    this.#removeDirectory();
    return report;
  }

  kill() {
    this.#child?.kill('SIGKILL');
  }

  #spawn() {
    return spawn(this.#file, [], {
      cwd: path.dirname(path.dirname(this.#file)),
      env: { ...childEnvironment(process.env, this.directory), ...this.#more },
      stdio: ['ignore', 'inherit', 'pipe'],
      windowsHide: true,
    });
  }

  /** @param {import('node:child_process').ChildProcess} child */
  #watch(child) {
    this.#child = child;
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => {
      process.stderr.write(chunk);
      this.#errorOutput.add(chunk);
    });
    child.on('error', (error) => this.#fail(error));
    child.on('exit', () => { this.#hasEnded = true; });
    child.on('exit', (code, signal) => setTimeout(() => this.#end({ code, signal, problem: null }), DRAINING_MS));
    child.on('close', (code, signal) => this.#end({ code, signal, problem: null }));
  }

  /** @param {unknown} error */
  #fail(error) {
    const isShort = SHORTAGES.includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '');
    this.#end({ code: null, signal: null, problem: notRunnable(this.#file, firstLine(error), isShort) });
  }

  /**
   * For every way out that does not wait for `stop`, such as `app.exit`. A .NET that has connected notices that the connection is lost: it
   * stops its services within the time it gives them, and removes the directory. One that has not connected would only wait.
   */
  #leave() {
    if (!this.hasConnected) {
      this.kill();
    }
    if (!this.hasConnected || this.#hasEnded) {
      this.#removeDirectory();
    }
  }

  /** What cannot be removed is left to the system: the secret in it is of no use any more, and the app has to end. */
  #removeDirectory() {
    try {
      removeDirectory(this.directory);
    } catch {}
  }
}

/** @param {string} file @throws {SetupError} */
function requireExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
  } catch (error) {
    const isMissing = /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT';
    const line = isMissing ? `the app's main process '${file}' is missing; install the app again` : notRunnable(file, firstLine(error));
    throw new SetupError(line, EXIT.missing);
  }
}

/** @param {string} file @param {string} why @param {boolean} [isShort] Whether it is only the machine that is out of something. */
function notRunnable(file, why, isShort = false) {
  return `the app's main process '${file}' cannot be run (${why}); ${isShort ? 'close other apps and start it again' : 'install the app again'}`;
}

/**
 * What to say of one that ended before it had connected, and with what to end. Null where it has said why itself.
 * @param {Ending} ending
 * @param {string} said The end of its error output.
 * @returns {Report}
 */
function explainEnding({ code, signal, problem }, said) {
  if (problem !== null) {
    return { exitCode: EXIT.missing, line: problem };
  }
  const isTold = code === EXIT.setup || code === EXIT.missing;
  const how = describe({ code, signal });
  return {
    exitCode: isTold ? code : EXIT.handshake,
    line: isTold && said !== '' ? null : explainSilence('ended before it had connected', how, said),
  };
}

/** @param {Pick<Ending, 'code' | 'signal'>} ending */
function describe({ code, signal }) {
  return signal === null ? `exit code ${code}` : `signal ${signal}`;
}

/**
 * What to say of one that ended while it was stopped.
 * @param {Ending} ending
 * @param {number | null} overdueMs How long its services had, if it was ended for that.
 * @returns {Report}
 */
function explainEnd({ code, signal, problem }, overdueMs) {
  if (overdueMs !== null) {
    return {
      exitCode: EXIT.mainProcessLost,
      line: `the .NET main process did not stop within ${overdueMs} ms (ShutdownTimeout of HostOptions) and was ended`,
    };
  }
  if (signal !== null) {
    return { exitCode: EXIT.mainProcessLost, line: `the .NET main process was ended by ${signal}` };
  }
  return code === null || code === EXIT.ok
    ? { exitCode: EXIT.ok, line: problem }
    : { exitCode: code, line: `the .NET main process ended with exit code ${code}` };
}

/** @param {string} what @param {string} how @param {string} said */
function explainSilence(what, how, said) {
  const wayOut = said === '' ? '; start the app again, and install it again if that does not help' : '';
  return `the .NET main process ${what} (${how})${wayOut}`;
}

exports.PackagedMainProcess = PackagedMainProcess;
exports.explainEnding = explainEnding;
exports.explainSilence = explainSilence;
