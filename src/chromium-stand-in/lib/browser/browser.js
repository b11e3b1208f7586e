'use strict';
const { EventEmitter, once } = require('node:events');
const { spawn } = require('node:child_process');
const { atExit, exit } = require('../app/exit');
const { Connection } = require('../cdp/connection');
const { locateBrowser } = require('./locate');
const { hasRealWindows } = require('./display');
const { browserFlags, againFlags } = require('./flags');
const { createProfile, removeProfile, sweepProfiles, temporaryFolderOf } = require('./profile');
const { StderrTail } = require('./stderr-tail');

/** @typedef {import('../cdp/session').CdpSession} CdpSession */

/** Exit code when there is no browser to run. */
const noBrowser = 3;
/** How long a browser whose pipe has closed may take to end. */
const endingMs = 1000;

/** @param {string} profile */
function environment(profile) {
  const { NODE_OPTIONS, ...env } = process.env;
  const folder = temporaryFolderOf(profile);
  return folder === undefined ? env : { ...env, TMPDIR: folder, TEMP: folder, TMP: folder };
}

/** Kills Chromium with its helpers, which would go on writing into the profile for a moment. @param {import('node:child_process').ChildProcess} child */
function killWhole(child) {
  try {
    if (process.platform !== 'win32' && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it has ended with all its helpers
  }
  child.kill('SIGKILL');
}

/**
 * The one Chromium process of this host.
 *
 * Events: `attached` (session, parent), `too-long` (method, head), `gone`, when Chromium died by itself or cannot be understood.
 */
class Browser extends EventEmitter {
  /** Command line switches of the app. @type {Map<string, string>} */ switches = new Map();
  /** @type {string[]} */ arguments = [];
  /** Chromium's version, empty until it runs. */ version = '';
  userAgent = '';
  /** @type {import('node:child_process').ChildProcess | undefined} */ #child;
  /** @type {Connection | undefined} */ #connection;
  /** @type {string | undefined} */ #profile;
  /** @type {{ path: string, flags: string[], env: NodeJS.ProcessEnv } | undefined} */ #again;
  /** @type {Promise<void> | undefined} */ #started;
  /** @type {StderrTail | undefined} */ #stderr;
  #closing = false;
  /** It ended by itself, or cannot be understood: whatever ends the app now, the end is not an orderly one. */ hasFailed = false;

  get started() {
    return this.#started !== undefined;
  }

  /** @returns {CdpSession} the browser's own session */
  get root() {
    if (!this.#connection) throw new Error('Chromium has not been started');
    return this.#connection.root;
  }

  start() {
    return (this.#started ??= this.#launch());
  }

  async #launch() {
    const located = locateBrowser();
    if ('missing' in located) {
      process.stderr.write(`${located.missing}\n`);
      return exit(noBrowser);
    }
    const asRoot = process.getuid?.() === 0;
    if (asRoot) process.stderr.write('ipcapp: running as root, so Chromium runs without its sandbox (--no-sandbox).\n');
    this.#profile = createProfile();
    atExit(() => this.#killNow());
    sweepProfiles();
    const flags = browserFlags({ profile: this.#profile, asRoot, switches: this.switches, realWindows: hasRealWindows() });
    const env = environment(this.#profile);
    const child = this.#spawn(located.path, [...flags, ...this.arguments], env);
    this.#again = { path: located.path, flags: againFlags({ profile: this.#profile, asRoot }), env };
    const connection = this.#connect(child);
    await this.#greet(connection.root);
  }

  /** Starts the program once more: it hands its command line over to the running one, and ends. @param {string[]} args */
  runAgain(args) {
    if (!this.#again) throw new Error('Chromium has not been started');
    const { path, flags, env } = this.#again;
    const child = spawn(path, [...flags, ...args], { stdio: 'ignore', env, windowsHide: true });
    child.on('error', (error) => process.stderr.write(`ipcapp: a window could not be opened: ${error.message}\n`));
  }

  /** @param {string} file @param {string[]} flags @param {NodeJS.ProcessEnv} env */
  #spawn(file, flags, env) {
    const child = spawn(file, flags, {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env,
      windowsHide: true,
      detached: process.platform !== 'win32', // signals of the terminal are for this process, which ends Chromium itself
    });
    this.#child = child;
    return child;
  }

  /** @param {import('node:child_process').ChildProcess} child */
  #connect(child) {
    this.#stderr = new StderrTail(/** @type {import('node:stream').Readable} */ (child.stderr), this.switches.has('remote-debugging-port'));
    const connection = new Connection(
      /** @type {import('node:stream').Writable} */ (child.stdio[3]),
      /** @type {import('node:stream').Readable} */ (child.stdio[4]),
    );
    this.#connection = connection;
    child.on('error', (error) => connection.close(error.message));
    child.on('exit', () => setImmediate(() => connection.close(this.#ending())));
    connection.on('attached', (session, parent) => this.emit('attached', session, parent));
    connection.on('detached', (session) => session.emit('gone'));
    connection.on('too-long', (method, head) => this.emit('too-long', method, head));
    connection.on('close', (reason, isPipeBroken) => void this.#closed(reason, isPipeBroken));
    return connection;
  }

  /** @param {CdpSession} root */
  async #greet(root) {
    const attach = root.send('Target.setAutoAttach', {
      // Chromium's own pages, such as the address bar's list, are targets too
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }],
    });
    const titles = root.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] });
    const [version] = await Promise.all([root.send('Browser.getVersion'), attach, titles]);
    this.version = version.product.split('/')[1] ?? '';
    this.userAgent = version.userAgent.replace('HeadlessChrome', 'Chrome');
  }

  /** @returns {string} how the process ended, empty while it has not */
  #ending() {
    const { exitCode, signalCode } = this.#child ?? {};
    if (exitCode == null && signalCode == null) return '';
    return `it ended with ${signalCode ?? `code ${exitCode}`}${this.#stderr?.explanation() ?? ''}`;
  }

  /** @param {string} reason @param {boolean} isPipeBroken */
  async #closed(reason, isPipeBroken) {
    if (this.#closing) return;
    this.#closing = true;
    this.hasFailed = true;
    if (isPipeBroken && this.#child && this.#ending() === '') {
      // how it ended says more than that the pipe has closed
      await once(this.#child, 'exit', { signal: AbortSignal.timeout(endingMs) }).catch(() => {});
    }
    const ending = isPipeBroken ? this.#ending() : '';
    process.stderr.write(`ipcapp: Chromium is gone: ${[reason, ending].filter(Boolean).join('; ')}.\n`);
    this.emit('gone');
  }

  /** Ends Chromium and removes its profile. */
  async stop() {
    this.#closing = true;
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      killWhole(child);
      await exited;
    }
  }

  #killNow() {
    this.#closing = true;
    if (this.#child) killWhole(this.#child);
    if (this.#profile) removeProfile(this.#profile);
  }
}

exports.browser = new Browser();
