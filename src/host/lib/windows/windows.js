'use strict';

const { BrowserWindow } = require('electron');
const { addDeveloperKeys } = require('./developer-keys');
const { browserWindowOptions } = require('./window-options');

/**
 * @typedef {import('./window-options').WindowOptions} WindowOptions
 *
 * @typedef {object} Parts
 * @property {import('../link').Link} link
 * @property {import('../log').Log} log
 * @property {import('./app-sessions').AppSessions} sessions
 * @property {string} root
 * @property {string} startUrl
 */

/** The windows that .NET asked for, by name. */
class Windows {
  /** @type {Map<string, BrowserWindow>} */
  #windows = new Map();
  /** The name of the window that is being made: its contents announce themselves before the constructor returns. @type {string | null} */
  #making = null;
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * Makes a window and loads its page. A window that is there already stays as it is: .NET was restarted and asks for it again.
   * @param {string} name
   * @param {WindowOptions} options
   * @param {string} [url]
   */
  open(name, options, url = this.#parts.startUrl) {
    const existing = this.#windows.get(name);
    if (existing !== undefined) {
      this.#announce(name, existing);
      return;
    }
    const window = this.#make(name, options);
    this.#windows.set(name, window);
    this.#announce(name, window);
    const contentsId = window.webContents.id;
    window.once('closed', () => {
      this.#windows.delete(name);
      this.#parts.link.control({ type: 'window-closed', window: name, contents: contentsId });
    });
    this.#showWhenReady(window, options);
    if (options.devTools === true) {
      addDeveloperKeys(window.webContents);
    }
    // A failure is reported by did-fail-load, for this load as for later ones.
    window.loadURL(url).catch(() => {});
  }

  /** @param {string} name */
  close(name) {
    this.#windows.get(name)?.close();
  }

  /** @param {Electron.WebContents} contents @returns {string | null} */
  nameOf(contents) {
    for (const [name, window] of this.#windows) {
      if (!window.isDestroyed() && window.webContents === contents) {
        return name;
      }
    }
    return this.#making;
  }

  /** For a second start of an app that allows one instance. */
  focusFirst() {
    const [first] = this.#windows.values();
    if (first?.isMinimized()) {
      first.restore();
    }
    first?.focus();
  }

  /** @param {string} name @param {WindowOptions} options */
  #make(name, options) {
    this.#making = name;
    try {
      this.#parts.sessions.get(options.partition);
      return new BrowserWindow(browserWindowOptions(options, this.#parts.root));
    } finally {
      this.#making = null;
    }
  }

  /**
   * No empty white rectangle first; but a page that can not be loaded must not stay invisible.
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

  /** @param {string} name @param {BrowserWindow} window */
  #announce(name, window) {
    this.#parts.link.control({ type: 'window-created', window: name, contents: window.webContents.id });
  }
}

exports.Windows = Windows;
