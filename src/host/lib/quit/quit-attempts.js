'use strict';

const { app, BrowserWindow } = require('electron');

/**
 * Follows attempts to quit. Electron asks `before-quit`, each window's `close`, each page's `beforeunload`, and `will-quit`; any of them, or
 * a window that cannot be closed, cancels the attempt, and Electron does not say so to the caller of `app.quit()`.
 */
class QuitAttempts {
  /** Those who wait for the outcome of the attempt that is under way. @type {((isEnding: boolean) => void)[]} */
  #waiting = [];

  /** `will-quit` is reported by `end`: only the lifecycle knows whether it was a veto. */
  watch() {
    app.on('before-quit', (event) => process.nextTick(() => { // after all listeners
      if (event.defaultPrevented || BrowserWindow.getAllWindows().some((window) => !window.isDestroyed() && !window.isClosable())) {
        this.end(false);
      }
    }));
    app.on('browser-window-created', (_event, window) => this.#follow(window));
  }

  /**
   * Electron's `app.quit`. An attempt that is under way already is joined.
   * @returns {Promise<boolean>} Whether the app is ending. Resolves when the attempt was cancelled, or when nothing can cancel it any more.
   */
  quit() {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      app.quit();
    });
  }

  /** @param {boolean} isEnding */
  end(isEnding) {
    this.#waiting.splice(0).forEach((resolve) => resolve(isEnding));
  }

  /** @param {Electron.BrowserWindow} window */
  #follow(window) {
    window.on('close', (event) => process.nextTick(() => {
      if (event.defaultPrevented) {
        this.end(false);
      }
    }));
    // Its polarity is the reverse: a listener that prevents the default lets the page go.
    window.webContents.on('will-prevent-unload', (event) => process.nextTick(() => {
      if (!event.defaultPrevented) {
        this.end(false);
      }
    }));
  }
}

exports.QuitAttempts = QuitAttempts;
