'use strict';

/**
 * Node's `events`, as sandboxed preload scripts have it. Runs in the page, as text.
 */
module.exports = function createEmitter() {
  /** @typedef {((...args: any[]) => any) & { listener?: (...args: any[]) => any }} Listener */
  /** @typedef {string | symbol} Name */

  class EventEmitter {
    static defaultMaxListeners = 10;
    /** @type {Map<Name, Listener[]>} */ #listeners = new Map();
    /** @type {number | undefined} */ #maxListeners;
    /** Names that a leak was reported of. @type {Set<Name>} */ #reported = new Set();

    /** @param {Name} name @param {Listener} listener */
    on(name, listener) {
      return this.#add(name, listener, false);
    }

    /** @param {Name} name @param {Listener} listener */
    addListener(name, listener) {
      return this.#add(name, listener, false);
    }

    /** @param {Name} name @param {Listener} listener */
    prependListener(name, listener) {
      return this.#add(name, listener, true);
    }

    /** @param {Name} name @param {Listener} listener */
    once(name, listener) {
      return this.#add(name, this.#forOnce(name, listener), false);
    }

    /** @param {Name} name @param {Listener} listener */
    prependOnceListener(name, listener) {
      return this.#add(name, this.#forOnce(name, listener), true);
    }

    /** @param {Name} name @param {Listener} listener */
    off(name, listener) {
      return this.removeListener(name, listener);
    }

    /** @param {Name} name @param {Listener} listener */
    removeListener(name, listener) {
      EventEmitter.#check(listener);
      const list = this.#listeners.get(name) ?? [];
      const at = list.findLastIndex((each) => each === listener || each.listener === listener);
      if (at === -1) return this;
      // a copy: an emission under way goes on with the list it started with
      const rest = list.toSpliced(at, 1);
      if (rest.length) this.#listeners.set(name, rest);
      else this.#listeners.delete(name);
      if (this.#listeners.has('removeListener')) this.emit('removeListener', name, list[at]?.listener ?? listener);
      return this;
    }

    /** @param {Name} [name] */
    removeAllListeners(name) {
      if (!this.#listeners.has('removeListener')) {
        if (name === undefined) this.#listeners.clear();
        else this.#listeners.delete(name);
        return this;
      }
      const names = name === undefined ? [...this.eventNames().filter((each) => each !== 'removeListener'), 'removeListener'] : [name];
      for (const each of names) for (const listener of this.rawListeners(each).reverse()) this.removeListener(each, listener);
      return this;
    }

    /** @param {Name} name @param {...any} args */
    emit(name, ...args) {
      const list = this.#listeners.get(name);
      if (!list && name === 'error') {
        if (args[0] instanceof Error) throw args[0];
        throw Object.assign(new Error(`Unhandled error. (${String(args[0]?.message ?? args[0])})`), { context: args[0] });
      }
      for (const listener of list ?? []) listener.apply(this, args);
      return list !== undefined;
    }

    /** @param {Name} name */
    listeners(name) {
      return this.rawListeners(name).map((each) => each.listener ?? each);
    }

    /** @param {Name} name */
    rawListeners(name) {
      return [...(this.#listeners.get(name) ?? [])];
    }

    /** @param {Name} name */
    listenerCount(name) {
      return this.#listeners.get(name)?.length ?? 0;
    }

    eventNames() {
      return [...this.#listeners.keys()];
    }

    getMaxListeners() {
      return this.#maxListeners ?? EventEmitter.defaultMaxListeners;
    }

    /** @param {number} count */
    setMaxListeners(count) {
      if (typeof count !== 'number' || count < 0 || Number.isNaN(count)) {
        throw new RangeError(`The value of "n" is out of range. It must be a non-negative number. Received ${count}.`);
      }
      this.#maxListeners = count;
      return this;
    }

    /** @param {EventEmitter} emitter @param {Name} name */
    static listenerCount(emitter, name) {
      return emitter.listenerCount(name);
    }

    /**
     * The arguments of an emitter's next event; rejects if its `error` event comes first.
     * @param {EventEmitter} emitter @param {Name} name
     * @returns {Promise<any[]>}
     */
    static once(emitter, name) {
      return new Promise((resolve, reject) => {
        const fail = (/** @type {unknown} */ error) => {
          emitter.removeListener(name, succeed);
          reject(error);
        };
        const succeed = (/** @type {any[]} */ ...args) => {
          emitter.removeListener('error', fail);
          resolve(args);
        };
        emitter.once(name, succeed);
        if (name !== 'error') emitter.once('error', fail);
      });
    }

    /** @param {unknown} listener */
    static #check(listener) {
      if (typeof listener === 'function') return;
      const received = listener === null || listener === undefined ? String(listener) : `type ${typeof listener}`;
      throw new TypeError(`The "listener" argument must be of type function. Received ${received}`);
    }

    /** @param {Name} name @param {Listener} listener @returns {Listener} */
    #forOnce(name, listener) {
      EventEmitter.#check(listener);
      /** @type {Listener} */
      const wrapper = (...args) => {
        this.removeListener(name, wrapper);
        return listener.apply(this, args);
      };
      wrapper.listener = listener;
      return wrapper;
    }

    /** @param {Name} name @param {Listener} listener @param {boolean} first */
    #add(name, listener, first) {
      EventEmitter.#check(listener);
      if (this.#listeners.has('newListener')) this.emit('newListener', name, listener.listener ?? listener);
      const list = this.#listeners.get(name) ?? [];
      const all = first ? [listener, ...list] : [...list, listener];
      this.#listeners.set(name, all);
      this.#reportLeak(name, all.length);
      return this;
    }

    /** @param {Name} name @param {number} count */
    #reportLeak(name, count) {
      const limit = this.getMaxListeners();
      if (limit === 0 || count <= limit || this.#reported.has(name)) return;
      this.#reported.add(name);
      console.warn(
        `MaxListenersExceededWarning: Possible EventEmitter memory leak detected. ${count} ${String(name)} listeners added. ` +
          'Use emitter.setMaxListeners() to increase limit',
      );
    }
  }

  return Object.assign(EventEmitter, { EventEmitter });
};
