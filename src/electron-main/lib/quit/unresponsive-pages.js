'use strict';

const { app, dialog } = require('electron');
const { LIMITS } = require('../limits');
const { canShowDialogs } = require('./can-show-dialogs');

const LIMIT_MS = LIMITS.unresponsiveMs;

const BUTTONS = ['Wait', 'Close'];
const WAIT = 0;
const CLOSE = 1;

/** Offers to close windows whose pages do not answer `beforeunload`, so that one of them cannot keep the app from quitting. */
class UnresponsivePages {
  #log;
  #describe;
  #isAsked;

  /**
   * @param {import('../log').Log} log
   * @param {(window: Electron.BrowserWindow) => string} describe
   * @param {() => boolean} isAsked Whether pages are asked at all: not while the app ends whatever they say.
   */
  constructor(log, describe, isAsked) {
    this.#log = log;
    this.#describe = describe;
    this.#isAsked = isAsked;
  }

  watch() {
    app.on('browser-window-created', (_event, window) => this.#follow(window));
  }

  /** @param {Electron.BrowserWindow} window */
  #follow(window) {
    /** From the first request to close the window until its page has answered. @type {NodeJS.Timeout | undefined} */
    let timer;
    const stop = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    const start = () => {
      timer = setTimeout(() => this.#decide(window, () => timer !== undefined, start), LIMIT_MS);
    };
    window.on('close', (event) => process.nextTick(() => { // after all listeners
      if (!event.defaultPrevented && !window.isDestroyed() && timer === undefined) {
        start();
      }
    }));
    window.webContents.on('will-prevent-unload', stop);
    window.once('closed', stop);
  }

  /**
   * @param {Electron.BrowserWindow} window
   * @param {() => boolean} isWaited Whether the page has still not answered.
   * @param {() => void} again
   */
  async #decide(window, isWaited, again) {
    if (!this.#isAsked()) {
      return;
    }
    if (window.webContents.isDevToolsOpened()) {
      again(); // a page at a breakpoint answers when its developer goes on
      return;
    }
    if (!canShowDialogs()) {
      this.#log.warning(`The page of ${this.#describe(window)} did not answer within ${LIMIT_MS / 1_000} s whether its window can be closed, `
        + 'and no dialog can be shown here to ask: the window was closed.');
      window.destroy();
      return;
    }
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning', buttons: BUTTONS, defaultId: WAIT, cancelId: WAIT,
      message: `${window.getTitle() || app.getName()} does not respond`,
      detail: 'You can wait for it, or close its window. What was not saved in it is lost.',
    });
    if (!window.isDestroyed() && isWaited()) {
      if (response === CLOSE) {
        window.destroy();
      } else {
        again();
      }
    }
  }
}

exports.UnresponsivePages = UnresponsivePages;
