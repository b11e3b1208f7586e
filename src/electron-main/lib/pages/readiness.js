'use strict';

/**
 * Whether .NET has said what pages need to know before any of them is answered: the policy, the endpoints, and which channels there are.
 * The app's own JavaScript can load pages before.
 */
class Readiness {
  #waitMs;
  #isReady = false;
  #isExpected = false;
  #isGivenUp = false;
  /** @type {((isReady: boolean) => void)[]} */
  #waiting = [];
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /** @param {number} waitMs How long the first request waits, and all others with it; what comes later is told at once. */
  constructor(waitMs) {
    this.#waitMs = waitMs;
  }

  /** .NET has connected: it starts its services now, and says everything after that, however long it takes. */
  expect() {
    this.#isExpected = true;
    this.#isGivenUp = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** .NET is gone: what waits for it waits in vain, unless another one connects. */
  lose() {
    this.#isExpected = false;
    this.#isGivenUp = true;
    this.#settle();
  }

  /** .NET has said everything. */
  open() {
    this.#isReady = true;
    this.#settle();
  }

  /** @returns {Promise<boolean>} false if .NET did not come in time; a later request may be luckier */
  wait() {
    if (this.#isReady || this.#isGivenUp) {
      return Promise.resolve(this.#isReady);
    }
    if (!this.#isExpected) {
      this.#timer ??= setTimeout(() => {
        this.#isGivenUp = true;
        this.#settle();
      }, this.#waitMs);
    }
    return new Promise((resolve) => { this.#waiting.push(resolve); });
  }

  #settle() {
    clearTimeout(this.#timer);
    this.#waiting.splice(0).forEach((resolve) => resolve(this.#isReady));
  }
}

exports.Readiness = Readiness;
