'use strict';
const { EventEmitter } = require('node:events');
const { CdpSession } = require('./session');
const { MessageSplitter } = require('./message-splitter');

/** @typedef {import('devtools-protocol/types/protocol').Protocol.Target.AttachedToTargetEvent} AttachedToTargetEvent */
/**
 * @typedef {object} PendingCommand
 * @property {string} method
 * @property {string | undefined} sessionId
 * @property {(result: any) => void} resolve
 * @property {(error: Error) => void} reject
 */

/**
 * The DevTools protocol over Chromium's debugging pipe, with flattened sessions.
 *
 * Events: `attached` (session, parentSession), `detached` (session), `close` (reason).
 */
class Connection extends EventEmitter {
  #output;
  #nextId = 1;
  #corked = false;
  #closed = false;
  /** @type {Map<number, PendingCommand>} */ #pending = new Map();
  /** @type {Map<string, CdpSession>} */ #sessions = new Map();

  /** @param {import('node:stream').Writable} output @param {import('node:stream').Readable} input */
  constructor(output, input) {
    super();
    this.setMaxListeners(0);
    this.root = new CdpSession(this, undefined, undefined);
    this.#output = output;
    const splitter = new MessageSplitter();
    // Node drains microtasks between immediates: each message is finished before the next is looked at, as in Electron (S108),
    // and a throwing listener costs only its own message (S142).
    input.on('data', (chunk) => {
      for (const text of splitter.push(chunk)) setImmediate(() => this.#receive(text));
    });
    input.on('close', () => setImmediate(() => this.close('the debugging pipe closed')));
    input.on('error', (error) => this.close(error.message));
    output.on('error', (error) => this.close(error.message));
  }

  /**
   * @param {string | undefined} sessionId
   * @param {string} method
   * @param {object} [params]
   * @returns {Promise<any>}
   */
  send(sessionId, method, params) {
    if (this.#closed) return Promise.reject(new Error(`${method}: the browser is gone`));
    const id = this.#write(sessionId, method, params);
    return new Promise((resolve, reject) => this.#pending.set(id, { method, sessionId, resolve, reject }));
  }

  /**
   * For commands whose answer does not matter.
   * @param {string | undefined} sessionId
   * @param {string} method
   * @param {object} [params]
   */
  post(sessionId, method, params) {
    if (!this.#closed) this.#write(sessionId, method, params);
  }

  /** @param {string} reason */
  close(reason) {
    if (this.#closed) return;
    this.#closed = true;
    this.#rejectPending(() => true, reason);
    this.emit('close', reason);
  }

  /** @param {string | undefined} sessionId @param {string} method @param {object} [params] */
  #write(sessionId, method, params) {
    const id = this.#nextId++;
    if (!this.#corked) {
      this.#corked = true;
      this.#output.cork();
      process.nextTick(() => {
        this.#corked = false;
        this.#output.uncork();
      });
    }
    this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return id;
  }

  /** @param {string} text */
  #receive(text) {
    const message = JSON.parse(text);
    if (message.id !== undefined) this.#settle(message);
    else this.#deliver(message);
  }

  /** @param {{ id: number, result?: any, error?: { message: string, data?: string } }} message */
  #settle({ id, result, error }) {
    const command = this.#pending.get(id);
    if (!command) return;
    this.#pending.delete(id);
    if (error) command.reject(new Error([`${command.method}: ${error.message}`, error.data].filter(Boolean).join(' ')));
    else command.resolve(result);
  }

  /** @param {{ method: string, params: any, sessionId?: string }} message */
  #deliver({ method, params, sessionId }) {
    const session = sessionId ? this.#sessions.get(sessionId) : this.root;
    if (!session) return;
    if (method === 'Target.attachedToTarget') this.#attach(params, session);
    else if (method === 'Target.detachedFromTarget') this.#detach(params.sessionId);
    session.emit(method, params);
  }

  /** @param {AttachedToTargetEvent} event @param {CdpSession} parent */
  #attach(event, parent) {
    const session = new CdpSession(this, event.sessionId, event.targetInfo);
    this.#sessions.set(event.sessionId, session);
    this.emit('attached', session, parent);
  }

  /** @param {string} sessionId */
  #detach(sessionId) {
    const session = this.#sessions.get(sessionId);
    if (!session) return;
    this.#sessions.delete(sessionId);
    this.#rejectPending((command) => command.sessionId === sessionId, 'the page is gone');
    this.emit('detached', session);
  }

  /** @param {(command: PendingCommand) => boolean} concerns @param {string} reason */
  #rejectPending(concerns, reason) {
    for (const [id, command] of this.#pending) {
      if (!concerns(command)) continue;
      this.#pending.delete(id);
      command.reject(new Error(`${command.method}: ${reason}`));
    }
  }
}

exports.Connection = Connection;
