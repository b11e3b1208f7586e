'use strict';

const LAST_ID = 0xffffffff;

/**
 * A page waiting for an answer. The table's references keep Electron's reply objects alive: an unreachable one would answer the page with
 * `reply was never sent` at the next garbage collection (S56, S71).
 * @typedef {object} PendingCall
 * @property {'invoke' | 'sendSync'} kind
 * @property {number} frame The number of the frame that called.
 * @property {(value: unknown) => void} succeed
 * @property {(text: string, isTold?: boolean) => void} fail `isTold`: the log has a line about it already.
 * @property {() => void} abandon The frame is gone: the answer is not read.
 */

/** Every call leaves the table exactly once, and is answered by the code that takes it out. */
class PendingCalls {
  /** @type {Map<number, PendingCall>} */
  #calls = new Map();
  /** @type {Map<number, number>} */
  #invokesOfFrame = new Map();
  #lastId = 0;

  get size() {
    return this.#calls.size;
  }

  /** @param {number} frame */
  invokesOf(frame) {
    return this.#invokesOfFrame.get(frame) ?? 0;
  }

  /** @param {PendingCall} call @returns {number} the call's id */
  add(call) {
    const id = this.#freeId();
    this.#calls.set(id, call);
    this.#count(call, 1);
    return id;
  }

  /** @param {number} id @returns {PendingCall | undefined} undefined if it was answered before */
  take(id) {
    const call = this.#calls.get(id);
    if (call !== undefined) {
      this.#calls.delete(id);
      this.#count(call, -1);
    }
    return call;
  }

  /** @param {number} frame */
  abandonFrame(frame) {
    for (const [id, call] of this.#calls) {
      if (call.frame === frame) {
        this.take(id);
        call.abandon();
      }
    }
  }

  /** @param {Record<PendingCall['kind'], string>} texts */
  failAll(texts) {
    for (const [id, call] of this.#calls) {
      this.take(id);
      call.fail(texts[call.kind]);
    }
  }

  #freeId() {
    do {
      this.#lastId = this.#lastId === LAST_ID ? 1 : this.#lastId + 1;
    } while (this.#calls.has(this.#lastId));
    return this.#lastId;
  }

  /** @param {PendingCall} call @param {1 | -1} change */
  #count(call, change) {
    if (call.kind !== 'invoke') {
      return;
    }
    const count = this.invokesOf(call.frame) + change;
    if (count === 0) {
      this.#invokesOfFrame.delete(call.frame);
    } else {
      this.#invokesOfFrame.set(call.frame, count);
    }
  }
}

exports.PendingCalls = PendingCalls;
