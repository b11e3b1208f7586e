'use strict';

const { app, BrowserWindow } = require('electron');
const { verificationArguments } = require('../start/verification');
const { addDeveloperKeys } = require('./developer-keys');
const { ShownOrigins } = require('./shown-origins');
const { browserWindowOptions } = require('./window-options');
const { WindowWatch } = require('./window-watch');

/**
 * @typedef {import('./window-options').WindowOptions} WindowOptions
 *
 * @typedef {object} Parts
 * @property {import('../link').Link} link
 * @property {import('../log').Log} log
 * @property {import('../frames/frame-registry').FrameRegistry} frames
 * @property {import('./app-sessions').AppSessions} sessions
 * @property {string} root
 * @property {string} startUrl
 */

/** The windows that .NET asked for. Those of the settings have names. */
class Windows {
  /** @type {Map<string, BrowserWindow>} */
  #named = new Map();
  /** The name of the window that is being made: its contents announce themselves before the constructor returns. @type {string | null} */
  #making = null;
  /** Why no window can be made; null if it can. @type {string | null} */
  #refusal = null;
  #shown;
  #parts;
  #watch;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#shown = new ShownOrigins(parts.log);
    this.#watch = new WindowWatch(parts.link, (window) => this.#nameOfWindow(window), parts.frames);
  }

  /** Before any window is made. */
  watch() {
    this.#watch.watch();
  }

  /** From now on no window is made from here. @param {string} reason */
  refuse(reason) {
    this.#refusal = reason;
  }

  /** For a .NET process that knows no window yet. */
  announceAll() {
    this.#watch.announceAll();
  }

  /**
   * Makes a window of the settings and loads its page. A window that is there already stays as it is: .NET was restarted and asks for it
   * again.
   * @param {string} name
   * @param {WindowOptions} options
   * @param {string} [url]
   */
  open(name, options, url = this.#parts.startUrl) {
    const existing = this.#named.get(name);
    if (existing !== undefined) {
      this.#watch.announce(existing);
      return;
    }
    const window = this.#make(name, options);
    this.#named.set(name, window);
    window.once('closed', () => this.#named.delete(name));
    this.#complete(window, options);
    // A failure is reported by did-fail-load, for this load as for later ones.
    window.loadURL(url).catch(() => {});
  }

  /**
   * Makes a window that shows nothing yet.
   * @param {WindowOptions} options
   * @returns {BrowserWindow}
   */
  create(options) {
    const window = this.#make(null, options);
    this.#complete(window, options);
    return window;
  }

  /** @param {string} name */
  close(name) {
    this.#named.get(name)?.close();
  }

  /** @param {Electron.WebContents} contents @returns {string | null} */
  nameOf(contents) {
    for (const [name, window] of this.#named) {
      if (!window.isDestroyed() && window.webContents === contents) {
        return name;
      }
    }
    return this.#making;
  }

  /** How a window is called in a message to the developer. @param {Electron.BrowserWindow} window */
  describe(window) {
    const name = this.#nameOfWindow(window);
    return name === null ? `window ${window.id} ('${window.getTitle()}')` : `window '${name}'`;
  }

  /** The origins beside the app's own whose pages a window may show. @param {Electron.WebContents} contents */
  shownIn(contents) {
    return this.#shown.of(contents);
  }

  /** The same of all open windows together. */
  get shownOrigins() {
    return this.#shown.all;
  }

  /** For a second start of an app that allows one instance. */
  focusFirst() {
    const [first] = this.#named.size > 0 ? this.#named.values() : BrowserWindow.getAllWindows();
    if (first?.isMinimized()) {
      first.restore();
    }
    first?.focus();
  }

  /** @param {Electron.BrowserWindow} window @returns {string | null} */
  #nameOfWindow(window) {
    for (const [name, each] of this.#named) {
      if (each === window) {
        return name;
      }
    }
    return null;
  }

  /** @param {string | null} name @param {WindowOptions} options */
  #make(name, options) {
    if (this.#refusal !== null) {
      throw new Error(this.#refusal);
    }
    this.#making = name;
    try {
      this.#parts.sessions.get(options.partition);
      const window = new BrowserWindow(browserWindowOptions(options, this.#parts.root, verificationArguments(app.commandLine)));
      this.#shown.allow(window, options.allowedOrigins ?? []);
      return window;
    } finally {
      this.#making = null;
    }
  }

  /** @param {BrowserWindow} window @param {WindowOptions} options */
  #complete(window, options) {
    this.#watch.announce(window);
    this.#showWhenReady(window, options);
    if (options.devTools === true) {
      addDeveloperKeys(window.webContents);
    }
  }

  /**
   * No empty white rectangle first; but a page that cannot be loaded must not stay invisible.
   * @param {BrowserWindow} window
   * @param {WindowOptions} options
   */
  #showWhenReady(window, options) {
    if (options.show === false) {
      return;
    }
    const show = () => {
      if (!window.isDestroyed() && !window.isVisible()) {
        window.show();
      }
    };
    window.once('ready-to-show', show);
    window.webContents.once('did-fail-load', show);
  }
}

exports.Windows = Windows;
