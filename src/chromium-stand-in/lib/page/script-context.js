'use strict';
const names = require('../names');
const messageText = require('../codec/message-text');
const { syncCalls } = require('../browser/sync-calls');
const { shuffleFromEnvironment } = require('./reply-shuffle');

const deliver = `function (text) { globalThis[${JSON.stringify(names.receiver)}](text) }`;

const shuffle = shuffleFromEnvironment();

/** The world of one document in which its preload runs: the renderer's end of the IPC. */
class ScriptContext {
  /** Ends of message ports that live there. @type {Map<string, import('../ipc/remote-port').RemotePort>} */ ports = new Map();
  dead = false;
  /** Messages by kind and as text. @type {[kind: string, text: string][]} */ #queue = [];
  /** Of what the page sends. */ #join = messageText.createJoiner();
  #scheduled = false;

  /**
   * @param {import('./page').Page} page
   * @param {import('./page-session').PageSession} session
   * @param {import('./frame-node').FrameNode} node
   * @param {number} id
   */
  constructor(page, session, node, id) {
    this.page = page;
    this.session = session;
    this.node = node;
    this.id = id;
    /** The document it belongs to; fixed, so that a sender's identity is that of the message's time. */
    this.host = node.host;
  }

  /**
   * Messages of one turn go out together; this is what makes many concurrent calls cheap.
   * @param {[kind: string, ...parts: unknown[]]} message
   * @throws {Error} it is too large; nothing is sent
   */
  post(message) {
    if (!this.dead) this.postText(message[0], messageText.write(message));
  }

  /** @param {string} kind @param {string} text of a whole message */
  postText(kind, text) {
    if (this.dead) return;
    this.#queue.push([kind, text]);
    this.#schedule();
  }

  /** @param {string} payload of one call of the page's binding @returns {string | null} a whole message, or null while parts are missing */
  join(payload) {
    return this.#join(payload);
  }

  flush() {
    // a renderer that stands in a debugger pause must not be entered
    if (this.dead || this.#queue.length === 0 || this.session.paused) return;
    if (!shuffle) {
      this.#deliver(this.#queue.splice(0).map(([, text]) => text));
      return;
    }
    const { now, later } = shuffle(this.#queue);
    this.#queue = later;
    // each on its own: the page sees the order of an answer only if its promise may go on before the next message
    for (const [, text] of now) this.#deliver([text]);
    if (later.length) this.#schedule();
  }

  /** As few commands as possible, none of them too large. @param {string[]} texts of messages, in order */
  #deliver(texts) {
    let start = 0;
    let length = 0;
    texts.forEach((text, index) => {
      if (index > start && length + text.length > messageText.partLength) {
        this.#send(texts.slice(start, index));
        start = index;
        length = 0;
      }
      length += text.length + 1;
    });
    this.#send(texts.slice(start));
  }

  /** @param {string[]} texts */
  #send(texts) {
    for (const part of messageText.cut(`[${texts.join(',')}]`)) {
      this.session.cdp.post('Runtime.callFunctionOn', {
        executionContextId: this.id,
        functionDeclaration: deliver,
        arguments: [{ value: part }],
        silent: true,
      });
    }
  }

  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.flush();
    });
  }

  kill() {
    this.dead = true;
    for (const port of [...this.ports.values()]) port.closed();
    syncCalls.abandon(this);
    if (this.node.context === this) this.node.context = null;
  }
}

exports.ScriptContext = ScriptContext;
