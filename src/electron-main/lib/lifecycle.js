'use strict';

const { app, BrowserWindow } = require('electron');
const { afterListeners } = require('./quit/after-listeners');
const { QuitAttempts } = require('./quit/quit-attempts');
const { watchSignals } = require('./quit/signals');
const { EXIT } = require('./start/exit-codes');

/** How long windows may take to close once .NET has decided the end. */
const CLOSING_MS = 1_500;
/** How much longer than its services .NET may take to end: to say so, and for what surrounds them. */
const LEAVING_MS = 2_000;
/** The longest time that a timer can take. */
const MAX_MS = 2 ** 31 - 1;

/**
 * How the app ends. There are two ways:
 * - Electron's, by `app.quit()`: windows and pages are asked and can cancel. When none has, .NET is stopped with its full time, and then the
 *   process ends.
 * - .NET's, by its `quit`, also after a signal: windows and pages are told, and cannot cancel.
 */
class Lifecycle {
  #link;
  #shutdownMs;
  /**
   * `stopping`: .NET was told to stop; `quitting`: it has, and the windows close; `leaving`: the process is about to end.
   * @type {'running' | 'stopping' | 'quitting' | 'leaving'}
   */
  #stage = 'running';
  /** @type {number} */
  #code = EXIT.ok;
  /** Whether `will-quit` was raised and not cancelled. */
  #isAgreed = false;
  /** @type {NodeJS.Timeout | undefined} */
  #limit;

  attempts = new QuitAttempts();

  /** When .NET must have stopped, once it was told to; on the clock of `performance.now()`. @type {number | null} */
  #stopBy = null;

  /**
   * What else has to end before this process does; gives the code to end with. .NET may still take `leftMs` for its services.
   * @type {(code: number, leftMs: number) => Promise<number>}
   */
  beforeExit = async (code) => code;

  /**
   * @param {import('./link').Link} link
   * @param {() => number} shutdownMs How long .NET's services may take to stop.
   */
  constructor(link, shutdownMs) {
    this.#link = link;
    this.#shutdownMs = shutdownMs;
  }

  /** Whether the end is certain, so that a .NET process that goes away now is no surprise. */
  get isEnding() {
    return this.#stage !== 'running';
  }

  watch() {
    this.attempts.watch();
    this.#sayGoodbye();
    afterListeners(app, 'will-quit', (event) => this.#willQuit(event));
    watchSignals(() => this.#stop()); // they come from outside, Ctrl+C also to .NET: none is an error, and none asks the pages
  }

  /** Where another framework decides the end, .NET need only hear of it. */
  follow() {
    this.attempts.watch();
    this.#sayGoodbye();
    afterListeners(app, 'will-quit', (event) => {
      this.attempts.end(!event.defaultPrevented);
      this.#leaveIfQuitting(event);
    });
  }

  /**
   * Ends the app. Pages hear their unload events and the app's own JavaScript its quit events, but neither can stop it.
   * @param {number} code
   * @param {number} [closingMs] How long windows may take to close; then they are not asked any more.
   */
  quit(code, closingMs = CLOSING_MS) {
    if (this.#stage === 'quitting' || this.#stage === 'leaving') {
      return;
    }
    this.#stage = 'quitting';
    this.#code = code;
    clearTimeout(this.#limit);
    if (!app.isReady() || (this.#isAgreed && BrowserWindow.getAllWindows().length === 0)) {
      void this.#leave();
      return;
    }
    setTimeout(() => this.#leave(), closingMs);
    app.quit();
  }

  /** @param {Electron.Event} event */
  #willQuit(event) {
    if (this.#stage === 'running' && event.defaultPrevented) {
      this.attempts.end(false);
      return;
    }
    event.preventDefault(); // .NET ends before this process does
    this.attempts.end(true);
    if (this.#stage === 'running') {
      this.#isAgreed = true;
      this.#stop();
    }
    this.#leaveIfQuitting(event);
  }

  /** All windows have closed, and the process ends with .NET's code. @param {Electron.Event} event */
  #leaveIfQuitting(event) {
    if (this.#stage === 'quitting') {
      event.preventDefault();
      void this.#leave();
    }
  }

  /** Also for `app.exit` and `process.exit`, which ask nothing: without a goodbye .NET would take this process for crashed. */
  #sayGoodbye() {
    app.on('quit', () => {
      this.#stage = 'leaving';
      void this.#link.close().catch(() => {});
    });
  }

  /** Has .NET stop; its `quit` follows. */
  #stop() {
    if (this.#stage !== 'running') {
      return;
    }
    this.#stage = 'stopping';
    if (this.#link.control({ type: 'stop' }) !== 'queued') {
      this.quit(EXIT.ok);
      return;
    }
    this.#stopBy = performance.now() + this.#shutdownMs();
    const limitMs = Math.min(this.#shutdownMs() + LEAVING_MS, MAX_MS);
    this.#limit = setTimeout(() => {
      process.stderr.write(`ipcapp: the .NET main process was told to stop and did not within ${limitMs} ms; it is not waited for any longer\n`);
      this.quit(EXIT.mainProcessLost);
    }, limitMs);
  }

  async #leave() {
    if (this.#stage !== 'leaving') {
      this.#stage = 'leaving';
      await this.#link.close().catch(() => {});
      const leftMs = this.#stopBy === null ? this.#shutdownMs() : Math.max(0, this.#stopBy - performance.now());
      const last = await this.beforeExit(this.#code, leftMs).catch(() => this.#code); // a failure to tidy up must not keep the app alive
      (app.isReady() ? app : process).exit(last); // the same in Electron, but app's does not work before `ready`
    }
  }
}

exports.Lifecycle = Lifecycle;
