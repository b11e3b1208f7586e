'use strict';

/** The text in place of an answer that can no longer come (S56, S71). */
const neverSent = 'reply was never sent';

/** @type {FinalizationRegistry<(text: string) => void>} */
const abandoned = new FinalizationRegistry((fail) => fail(neverSent));
/** An event keeps its reply alive, as in Electron: code that holds one may still answer. @type {WeakMap<object, Reply>} */
const replyOf = new WeakMap();

/** The one answer to an `invoke` or a `sendSync`. If it is collected before it was used, no answer can come, and the page is told. */
class Reply {
  #sent = false;

  /**
   * @param {object} event
   * @param {(text: string) => void} fail must not refer to the event
   */
  constructor(event, fail) {
    replyOf.set(event, this);
    abandoned.register(this, fail, this);
  }

  /** @param {() => void} send runs if this is the first answer (S63); what it throws leaves the call unanswered */
  once(send) {
    if (this.#sent) return;
    send();
    this.#sent = true;
    abandoned.unregister(this);
  }
}

exports.Reply = Reply;
exports.neverSent = neverSent;
