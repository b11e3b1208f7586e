'use strict';

const electron = require('electron');

const { app } = electron;

/** Every window, also those without a page of their own, which the Chromium host does not have. */
const allWindows = () => (electron.BaseWindow ?? electron.BrowserWindow).getAllWindows();

/**
 * Follows attempts to quit. Electron asks `before-quit`, each window's `close`, each page's `beforeunload`, and `will-quit`; any of them, or
 * a window that cannot be closed, cancels the attempt, and Electron does not say so to the caller of `app.quit()`.
 */
class QuitAttempts {
  /** Those who wait for the outcome of the attempt that is under way. @type {((isEnding: boolean) => void)[]} */
  #waiting = [];

  /** @type {WeakSet<Electron.BaseWindow>} */
  #followed = new WeakSet();

  /** `will-quit` is reported by `end`: only the lifecycle knows whether it was a veto. */
  watch() {
    app.on('before-quit', (event) => {
      for (const window of allWindows()) { // no event tells of those that are no BrowserWindow
        this.#follow(window);
      }
      process.nextTick(() => { // after all listeners
        if (event.defaultPrevented || allWindows().some((window) => !window.isDestroyed() && !window.isClosable())) {
          this.end(false);
        }
      });
    });
    app.on('browser-window-created', (_event, window) => {
      this.#follow(window);
      // Its polarity is the reverse: a listener that prevents the default lets the page go.
      window.webContents.on('will-prevent-unload', (event) => process.nextTick(() => {
        if (!event.defaultPrevented) {
          this.end(false);
        }
      }));
    });
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

  /** @param {Electron.BaseWindow} window */
  #follow(window) {
    if (!this.#followed.has(window)) {
      this.#followed.add(window);
      window.on('close', (/** @type {Electron.Event} */ event) => process.nextTick(() => {
        if (event.defaultPrevented) {
          this.end(false);
        }
      }));
    }
  }
}

exports.QuitAttempts = QuitAttempts;
