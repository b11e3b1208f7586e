'use strict';

/**
 * Node's `timers`, as sandboxed preload scripts have it. Runs in the page, as text.
 */
module.exports = function createTimers() {
  const scope = /** @type {any} */ (window); // whose functions know numbers, not Node's objects
  const { setTimeout: startTimeout, setInterval: startInterval, clearTimeout: stop } = scope;

  /** What Node's functions return in the place of a number. Nothing keeps a page alive, so `ref` and `unref` have no effect. */
  class Timeout {
    #id;

    /** @param {number} id */
    constructor(id) {
      this.#id = id;
    }

    ref() {
      return this;
    }

    unref() {
      return this;
    }

    close() {
      stop.call(window, this.#id);
      return this;
    }
  }

  /** @param {Timeout | null} [timer] */
  const clear = (timer) => void timer?.close();
  /** @type {Map<number, number>} timeouts by immediate */
  const immediates = new Map();
  let nextImmediate = 0;

  return {
    /** @param {TimerHandler} run @param {number} [delay] @param {...unknown} args */
    setTimeout: (run, delay, ...args) => new Timeout(startTimeout.call(window, run, delay, ...args)),
    /** @param {TimerHandler} run @param {number} [delay] @param {...unknown} args */
    setInterval: (run, delay, ...args) => new Timeout(startInterval.call(window, run, delay, ...args)),
    clearTimeout: clear,
    clearInterval: clear,
    /** @param {(...args: any[]) => void} run @param {...unknown} args */
    setImmediate(run, ...args) {
      const immediate = nextImmediate++;
      const done = () => {
        immediates.delete(immediate);
        run(...args);
      };
      immediates.set(immediate, startTimeout.call(window, done, 0));
      return immediate;
    },
    /** @param {number} immediate */
    clearImmediate(immediate) {
      stop.call(window, immediates.get(immediate));
      immediates.delete(immediate);
    },
  };
};
