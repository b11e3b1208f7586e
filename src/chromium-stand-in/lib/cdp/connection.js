'use strict';
const { constants } = require('node:buffer');
const { EventEmitter } = require('node:events');
const { CdpSession } = require('./session');
const { MessageSplitter } = require('./message-splitter');

/** @typedef {import('./message-splitter').LongMessage} LongMessage */
/** @typedef {import('devtools-protocol/types/protocol').Protocol.Target.AttachedToTargetEvent} AttachedToTargetEvent */
/**
 * @typedef {object} PendingCommand
 * @property {string} method
 * @property {string | undefined} sessionId
 * @property {(result: any) => void} resolve
 * @property {(error: Error) => void} reject
 */

/** Bytes of the largest command that Chromium reads (kReceiveBufferSizeForDevtools, less the terminator): more, and it ends. */
const longestCommand = 100 * 1024 * 1024 - 1;

/**
 * A command's text.
 * @param {object} command
 * @param {string} method
 * @throws {Error} Chromium would not read it
 */
function writeCommand(command, method) {
  let text;
  try {
    text = JSON.stringify(command);
  } catch (error) {
    throw error instanceof RangeError ? tooLong(method, 'more bytes') : error;
  }
  const mayBeTooLong = text.length * 3 > longestCommand;
  const bytes = mayBeTooLong ? Buffer.byteLength(text) : 0;
  if (bytes > longestCommand) throw tooLong(method, `${bytes} bytes, more`);
  return text;
}

/** @param {string} method @param {string} amount */
function tooLong(method, amount) {
  return new Error(`${method}: the message has ${amount} than the ${longestCommand} that Chromium's DevTools pipe takes`);
}

/**
 * The DevTools protocol over Chromium's debugging pipe, with flattened sessions.
 *
 * Events: `attached` (session, parentSession), `detached` (session), `too-long` (method, head), `close` (reason, isPipeBroken).
 */
class Connection extends EventEmitter {
  #output;
  #longest;
  #nextId = 1;
  #corked = false;
  #closed = false;
  /** @type {Map<number, PendingCommand>} */ #pending = new Map();
  /** @type {Map<string, CdpSession>} */ #sessions = new Map();

  /**
   * @param {import('node:stream').Writable} output
   * @param {import('node:stream').Readable} input
   * @param {number} [longest] bytes of a message that is read
   */
  constructor(output, input, longest = constants.MAX_STRING_LENGTH) {
    super();
    this.setMaxListeners(0);
    this.root = new CdpSession(this, undefined, undefined);
    this.#output = output;
    this.#longest = longest;
    const splitter = new MessageSplitter(longest);
    // Node drains microtasks between immediates: each message is finished before the next is looked at, as in Electron (S108),
    // and a throwing listener costs only its own message (S142).
    input.on('data', (chunk) => {
      for (const message of this.#read(() => splitter.push(chunk)) ?? []) setImmediate(() => this.#receive(message));
    });
    input.on('close', () => setImmediate(() => this.close('the debugging pipe closed', true)));
    input.on('error', (error) => this.close(error.message, true));
    output.on('error', (error) => this.close(error.message, true));
  }

  /**
   * @param {string | undefined} sessionId
   * @param {string} method
   * @param {object} [params]
   * @returns {Promise<any>}
   */
  send(sessionId, method, params) {
    if (this.#closed) return Promise.reject(new Error(`${method}: the browser is gone`));
    return new Promise((resolve, reject) => {
      const id = this.#write(sessionId, method, params);
      this.#pending.set(id, { method, sessionId, resolve, reject });
    });
  }

  /**
   * For commands whose answer does not matter. One that is too large is dropped, with a line on stderr.
   * @param {string | undefined} sessionId
   * @param {string} method
   * @param {object} [params]
   * @returns {boolean} false if it was dropped
   */
  post(sessionId, method, params) {
    if (this.#closed) return true; // as good as sent: it is the browser that is gone
    try {
      this.#write(sessionId, method, params);
      return true;
    } catch (error) {
      process.stderr.write(`ipcapp: ${/** @type {Error} */ (error).message}; it was dropped.\n`);
      return false;
    }
  }

  /** @param {string} reason @param {boolean} [isPipeBroken] the browser's end of it is gone, and so is the browser, or will be soon */
  close(reason, isPipeBroken = false) {
    if (this.#closed) return;
    this.#closed = true;
    this.#rejectPending(() => true, reason);
    this.emit('close', reason, isPipeBroken);
  }

  /**
   * @param {string | undefined} sessionId @param {string} method @param {object} [params]
   * @returns {number} the command's id
   * @throws {Error} it is too large
   */
  #write(sessionId, method, params) {
    const id = this.#nextId++;
    const text = writeCommand({ id, method, params, sessionId }, method);
    if (!this.#corked) {
      this.#corked = true;
      this.#output.cork();
      process.nextTick(() => {
        this.#corked = false;
        this.#output.uncork();
      });
    }
    this.#output.write(`${text}\0`);
    return id;
  }

  /**
   * Without what the browser says, nothing here is true any more.
   * @template T @param {() => T} read
   * @returns {T | undefined} undefined if it failed, and the connection has ended
   */
  #read(read) {
    try {
      return read();
    } catch (error) {
      this.close(`its messages cannot be read (${/** @type {Error} */ (error).message})`);
      return undefined;
    }
  }

  /** @param {string | LongMessage} received */
  #receive(received) {
    if (this.#closed) return;
    if (typeof received !== 'string') {
      this.#refuse(received);
      return;
    }
    const message = this.#read(() => JSON.parse(received));
    if (message === undefined) return;
    if (message.id !== undefined) this.#settle(message);
    else this.#deliver(message);
  }

  /** A message that no string can hold: what waits for it fails. @param {LongMessage} message */
  #refuse({ head, length }) {
    const message = `it has ${length} bytes, more than the ${this.#longest} that the Chromium host takes in one message`;
    const id = /^\{"id":(\d+)/.exec(head)?.[1];
    if (id !== undefined) {
      this.#settle({ id: Number(id), error: { message: `The result is too large: ${message}` } });
      return;
    }
    const method = /"method":"([\w.]+)"/.exec(head)?.[1] ?? 'a message without a name';
    process.stderr.write(`ipcapp: ${method} of Chromium was dropped: ${message}.\n`);
    this.emit('too-long', method, head);
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
