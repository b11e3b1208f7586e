'use strict';

/** Which window has the focus: no window manager tells, so the one that was shown or focused last, of those that can have it. */
class FocusOrder {
  /** Those that have had the focus since they became visible, the last one last. @type {any[]} */ #windows = [];

  get current() {
    return this.#windows.at(-1) ?? null;
  }

  /** @param {unknown} window that is visible */
  gain(window) {
    this.lose(window);
    this.#windows.push(window);
  }

  /** It was hidden, minimized or closed: the window before it has the focus. @param {unknown} window */
  lose(window) {
    this.#windows = this.#windows.filter((each) => each !== window);
  }
}

exports.focusOrder = new FocusOrder();
