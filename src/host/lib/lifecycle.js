'use strict';

const { app, BrowserWindow } = require('electron');
const { EXIT } = require('./start/exit-codes');

/** How long .NET may think about an end that the user or the system asked for. */
const PATIENCE_MS = 5_000;
/** How long windows may take to close once .NET has decided the end. */
const CLOSING_MS = 1_500;
/** All three come from outside, Ctrl+C also to .NET at the same time: none is an error. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** The end of the app is .NET's decision. The host asks for it, and carries it out. */
class Lifecycle {
  #link;
  #isQuitting = false;
  #isRequested = false;
  #isLeaving = false;
  /** @type {NodeJS.Timeout | undefined} */
  #patience;

  /** What else has to end before this process does; gives the code to end with. @type {(code: number) => Promise<number>} */
  beforeExit = async (code) => code;

  /** @param {import('./link').Link} link */
  constructor(link) {
    this.#link = link;
  }

  /** Whether the end is decided or asked for, so that a .NET process that goes away now is no surprise. */
  get isEnding() {
    return this.#isQuitting || this.#isRequested;
  }

  watch() {
    app.on('window-all-closed', () => this.#allClosed());
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) {
        this.#link.control({ type: 'activate' });
      }
    });
    app.on('before-quit', (event) => {
      if (!this.#isQuitting) {
        event.preventDefault();
        this.#request();
      }
    });
    for (const signal of SIGNALS) {
      process.on(signal, () => this.#request());
    }
  }

  /** Where somebody else decides the end, .NET need only hear of it: without a goodbye it would take this process for crashed. */
  follow() {
    app.on('quit', () => {
      this.#isQuitting = true;
      void this.#link.close().catch(() => {});
    });
  }

  /**
   * Ends the app. Pages hear their unload events and the app's own JavaScript its quit events, but neither can stop it.
   * @param {number} code
   * @param {number} [closingMs] How long windows may take to close; then they are not asked any more.
   */
  quit(code, closingMs = CLOSING_MS) {
    if (this.#isQuitting) {
      return;
    }
    this.#isQuitting = true;
    clearTimeout(this.#patience);
    if (!app.isReady()) {
      void this.#leave(code);
      return;
    }
    setTimeout(() => this.#leave(code), closingMs);
    app.on('will-quit', (event) => { // each time it is asked for, while .NET still stops
      event.preventDefault();
      void this.#leave(code);
    });
    app.quit();
  }

  /** @param {number} code */
  async #leave(code) {
    if (!this.#isLeaving) {
      this.#isLeaving = true;
      await this.#link.close().catch(() => {});
      const last = await this.beforeExit(code).catch(() => code); // what can not be tidied up must not keep the app alive
      (app.isReady() ? app : process).exit(last); // the same in Electron, but app's does not work before `ready`
    }
  }

  #allClosed() {
    if (process.platform === 'darwin' || this.#isQuitting) {
      return;
    }
    if (this.#link.control({ type: 'window-all-closed' }) !== 'queued') {
      this.quit(EXIT.ok);
      return;
    }
    this.#wait(() => BrowserWindow.getAllWindows().length === 0);
  }

  #request() {
    if (this.isEnding) {
      return;
    }
    if (this.#link.control({ type: 'quit-requested' }) !== 'queued') {
      this.quit(EXIT.ok);
      return;
    }
    this.#isRequested = true;
    this.#wait(() => true);
  }

  /** @param {() => boolean} isStillWanted */
  #wait(isStillWanted) {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      if (isStillWanted()) {
        this.quit(EXIT.ok);
      }
    }, PATIENCE_MS);
  }
}

exports.Lifecycle = Lifecycle;
