'use strict';
const names = require('../names');
const { syncCalls } = require('../browser/sync-calls');
const { shuffleFromEnvironment } = require('./reply-shuffle');

const deliver = `function (text) { globalThis[${JSON.stringify(names.receiver)}](text) }`;

const shuffle = shuffleFromEnvironment();

/** The world of one document in which its preload runs: the renderer's end of the IPC. */
class ScriptContext {
  /** Ends of message ports that live there. @type {Map<string, import('../ipc/remote-port').RemotePort>} */ ports = new Map();
  dead = false;
  /** @type {unknown[][]} */ #queue = [];
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

  /** Messages of one turn go out together; this is what makes many concurrent calls cheap. @param {unknown[]} message */
  post(message) {
    if (this.dead) return;
    this.#queue.push(message);
    this.#schedule();
  }

  flush() {
    // a renderer that stands in a debugger pause must not be entered
    if (this.dead || this.#queue.length === 0 || this.session.paused) return;
    if (!shuffle) {
      this.#deliver(this.#queue.splice(0));
      return;
    }
    const { now, later } = shuffle(this.#queue);
    this.#queue = later;
    // each on its own: the page sees the order of an answer only if its promise may go on before the next message
    for (const message of now) this.#deliver([message]);
    if (later.length) this.#schedule();
  }

  /** @param {unknown[][]} messages */
  #deliver(messages) {
    this.session.cdp.post('Runtime.callFunctionOn', {
      executionContextId: this.id,
      functionDeclaration: deliver,
      arguments: [{ value: JSON.stringify(messages) }],
      silent: true,
    });
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
