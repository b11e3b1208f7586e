'use strict';

const { app, BrowserWindow } = require('electron');
const { numberOf } = require('../frames/frame-watch');

/** Tells .NET of every window: those it asked for, and those that the app's own JavaScript makes. */
class WindowWatch {
  #link;
  #nameOf;
  #frames;
  /** @type {WeakSet<Electron.BrowserWindow>} */
  #announced = new WeakSet();

  /**
   * @param {import('../link').Link} link
   * @param {(window: Electron.BrowserWindow) => string | null} nameOf
   * @param {import('../frames/frame-registry').FrameRegistry} frames
   */
  constructor(link, nameOf, frames) {
    this.#frames = frames;
    this.#link = link;
    this.#nameOf = nameOf;
  }

  watch() {
    app.on('browser-window-created', (_event, window) => {
      this.#follow(window);
      // Its constructor still runs, and what its options say is not set yet.
      process.nextTick(() => this.#announceOnce(window));
    });
  }

  /** @param {Electron.BrowserWindow} window */
  announce(window) {
    this.#announced.add(window);
    const { id: windowId, webContents: { id: contents } } = window;
    this.#link.control({ type: 'window-created', windowId, window: this.#nameOf(window), contents, title: window.getTitle() });
  }

  /** For a .NET process that knows no window yet. */
  announceAll() {
    for (const window of BrowserWindow.getAllWindows()) {
      this.announce(window);
    }
  }

  /** @param {Electron.BrowserWindow} window */
  #announceOnce(window) {
    if (!window.isDestroyed() && !this.#announced.has(window)) {
      this.announce(window);
    }
  }

  /** @param {Electron.BrowserWindow} window */
  #follow(window) {
    const { id: windowId, webContents: { id: contents } } = window;
    window.on('page-title-updated', (_event, title, explicitSet) => {
      // After all listeners: only then has the window taken the title over, unless one of them prevented it.
      process.nextTick(() => this.#reportTitle(window, title, explicitSet));
    });
    // Before other listeners of the app: afterwards its name is unknown.
    window.once('closed', () => {
      this.#link.control({ type: 'window-closed', windowId, window: this.#nameOf(window), contents });
    });
  }

  /** @param {Electron.BrowserWindow} window @param {string} title @param {boolean} explicitSet */
  #reportTitle(window, title, explicitSet) {
    if (!window.isDestroyed() && window.getTitle() === title) {
      const frame = numberOf(window.webContents.mainFrame, this.#frames);
      this.#link.control({ type: 'page-title-updated', windowId: window.id, title, explicitSet }, frame);
    }
  }
}

exports.WindowWatch = WindowWatch;
