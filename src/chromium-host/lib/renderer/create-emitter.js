'use strict';

/**
 * Node's `events` for preload scripts, as far as they use it. Runs in the page, as text.
 */
module.exports = function createEmitter() {
  /** @typedef {((...args: any[]) => any) & { listener?: (...args: any[]) => any }} Listener */

  class EventEmitter {
    /** @type {Map<string | symbol, Listener[]>} */ #listeners = new Map();

    /** @param {string | symbol} name @param {Listener} listener */
    on(name, listener) {
      return this.#add(name, listener, false);
    }

    /** @param {string | symbol} name @param {Listener} listener */
    addListener(name, listener) {
      return this.#add(name, listener, false);
    }

    /** @param {string | symbol} name @param {Listener} listener */
    prependListener(name, listener) {
      return this.#add(name, listener, true);
    }

    /** @param {string | symbol} name @param {Listener} listener */
    once(name, listener) {
      EventEmitter.#check(listener);
      /** @type {Listener} */
      const wrapper = (...args) => {
        this.removeListener(name, wrapper);
        return listener.apply(this, args);
      };
      wrapper.listener = listener;
      return this.#add(name, wrapper, false);
    }

    /** @param {string | symbol} name @param {Listener} listener */
    off(name, listener) {
      return this.removeListener(name, listener);
    }

    /** @param {string | symbol} name @param {Listener} listener */
    removeListener(name, listener) {
      const list = this.#listeners.get(name) ?? [];
      const at = list.findLastIndex((each) => each === listener || each.listener === listener);
      if (at === -1) return this;
      // a copy: an emission under way goes on with the list it started with
      const rest = list.toSpliced(at, 1);
      if (rest.length) this.#listeners.set(name, rest);
      else this.#listeners.delete(name);
      return this;
    }

    /** @param {string | symbol} [name] */
    removeAllListeners(name) {
      if (name === undefined) this.#listeners.clear();
      else this.#listeners.delete(name);
      return this;
    }

    /** @param {string | symbol} name @param {...any} args */
    emit(name, ...args) {
      const list = this.#listeners.get(name);
      if (!list && name === 'error') throw args[0] instanceof Error ? args[0] : new Error(`Unhandled error. (${String(args[0])})`);
      for (const listener of list ?? []) listener.apply(this, args);
      return list !== undefined;
    }

    /** @param {string | symbol} name */
    listeners(name) {
      return this.rawListeners(name).map((each) => each.listener ?? each);
    }

    /** @param {string | symbol} name */
    rawListeners(name) {
      return [...(this.#listeners.get(name) ?? [])];
    }

    /** @param {string | symbol} name */
    listenerCount(name) {
      return this.#listeners.get(name)?.length ?? 0;
    }

    eventNames() {
      return [...this.#listeners.keys()];
    }

    setMaxListeners() {
      return this;
    }

    /** @param {unknown} listener */
    static #check(listener) {
      if (typeof listener === 'function') return;
      const received = listener === null || listener === undefined ? String(listener) : `type ${typeof listener}`;
      throw new TypeError(`The "listener" argument must be of type function. Received ${received}`);
    }

    /** @param {string | symbol} name @param {Listener} listener @param {boolean} first */
    #add(name, listener, first) {
      EventEmitter.#check(listener);
      const list = this.#listeners.get(name) ?? [];
      this.#listeners.set(name, first ? [listener, ...list] : [...list, listener]);
      return this;
    }
  }

  return Object.assign(EventEmitter, { EventEmitter });
};
