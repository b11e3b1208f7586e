'use strict';
const messageText = require('../codec/message-text');

/**
 * @typedef {object} SyncCall
 * @property {object} context who is blocked
 * @property {string[]} [answer] what the page has not fetched of it
 * @property {Take} [take]
 */
/**
 * Gets the next part of the answer's wire text, or null if no answer comes any more. If it is not the last part, the page asks again.
 * @typedef {(part: string | null, isLast: boolean) => void} Take
 */

/**
 * Where the two halves of a `sendSync` meet: the message, with its answer, and the blocked page's request for that answer.
 * They come on different ways, in either order. The request carries nothing but an unguessable id.
 */
class SyncCalls {
  /** @type {Map<string, SyncCall>} */ #calls = new Map();
  /** @type {Map<string, Take>} */ #early = new Map();

  /** @param {string} id @param {object} context */
  begin(id, context) {
    this.#calls.set(id, { context, take: this.#early.get(id) });
    this.#early.delete(id);
  }

  /** @param {string} id @param {string} answer */
  answer(id, answer) {
    const call = this.#calls.get(id);
    if (!call || call.answer !== undefined) return;
    call.answer = messageText.cut(answer);
    this.#hand(id, call);
  }

  /** @param {string} id @param {Take} take */
  wait(id, take) {
    const call = this.#calls.get(id);
    if (!call) {
      this.#early.set(id, take);
      return;
    }
    call.take = take;
    this.#hand(id, call);
  }

  /** The context's document is gone. @param {object} context */
  abandon(context) {
    for (const [id, call] of this.#calls) {
      if (call.context !== context) continue;
      this.#calls.delete(id);
      call.take?.(null, true);
    }
  }

  /**
   * @param {(context: any) => boolean} concerns
   * @returns {string | undefined} the innermost call that blocks there and whose page has not come for the answer
   */
  latestUnclaimed(concerns) {
    return [...this.#calls].findLast(([, call]) => !call.take && concerns(call.context))?.[0];
  }

  /** @param {string} id @param {SyncCall} call */
  #hand(id, call) {
    const { take, answer } = call;
    if (!take || answer === undefined) return;
    const part = /** @type {string} */ (answer.shift());
    const isLast = answer.length === 0;
    if (isLast) this.#calls.delete(id);
    else call.take = undefined;
    take(part, isLast);
  }
}

exports.syncCalls = new SyncCalls();
