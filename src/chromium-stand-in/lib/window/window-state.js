'use strict';
const { hasRealWindows } = require('../browser/display');

/** @typedef {'normal' | 'minimized' | 'maximized'} State */

/** Whether a window is shown, and how. Its page and its surface follow; the window says so a moment later, as Electron's does. */
class WindowState {
  #page;
  #surface;
  #say;
  #visible = false;
  /** There is a native window that must not be visible yet. */ #startedHidden = false;
  /** @type {State} */ #state = 'normal';

  /**
   * @param {import('../page/page').Page} page
   * @param {import('./page-surface').PageSurface} surface
   * @param {(event: string) => void} say emits an event of the window
   */
  constructor(page, surface, say) {
    this.#page = page;
    this.#surface = surface;
    this.#say = say;
  }

  get visible() {
    return this.#visible;
  }

  /** @param {State} state */
  is(state) {
    return this.#state === state;
  }

  /** A native window is there from the start; Chromium cannot hide it, so it is minimized. */
  startHidden() {
    if (!hasRealWindows()) return;
    this.#startedHidden = true;
    this.#surface.setState('minimized');
  }

  /** @param {boolean} visible */
  setVisible(visible) {
    if (this.#visible === visible) return;
    this.#visible = visible;
    // a window that was never shown counts as visible to its page, as in Electron
    if (!visible || this.#page.hidden || this.#startedHidden) this.#surface.setState(visible ? this.#state : 'minimized');
    this.#page.hidden = !visible;
    process.nextTick(() => this.#say(visible ? 'show' : 'hide'));
  }

  /** @param {State} state @param {'minimize' | 'maximize' | 'unmaximize' | 'restore'} event */
  set(state, event) {
    if (this.#state === state) return;
    this.#state = state;
    this.#page.hidden = state === 'minimized' || !this.#visible;
    if (this.#visible) this.#surface.setState(state);
    process.nextTick(() => this.#say(event));
  }
}

exports.WindowState = WindowState;
