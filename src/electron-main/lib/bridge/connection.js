'use strict';

const { KIND, FIRST_OWN_KIND, ownFrame, abortFrame } = require('./wire');
const { BridgeProtocolError } = require('./errors');
const { FrameParser } = require('./frame-parser');
const { Outbox } = require('./outbox');

/**
 * @typedef {object} CloseReason
 * @property {'closed' | 'closed-by-peer' | 'close-timeout' | 'lost' | 'protocol-error' | 'aborted-by-peer' | 'aborted'
 *   | 'receiver-failed'} kind
 * @property {string} message
 * @property {Error} [error]
 * @property {number} dropped Messages that were still waiting to be sent.
 *
 * @typedef {object} Listeners
 * @property {import('./frame-parser').MessageListener} onMessage The payload may be a slice of what was read: copy it to keep it long.
 * @property {(reason: CloseReason) => void} onClose Called once, after the last message.
 */

/** How long a socket may stay after an abort, for the reason to reach the other side. */
const LINGER = 1_000;

/** Why a connection is lost. If a process is killed before it has read all that was sent to it, its system reports an error, not an end. */
const GONE = 'The .NET main process went away without a goodbye: it has crashed or was killed';

/** An authenticated connection. */
class Connection {
  #socket;
  #options;
  #outbox;
  /** @type {Listeners | null} */
  #listeners = null;
  #blocked = false;
  #isResting = false;
  #isFlushWanted = false;
  /** @type {'closed' | 'closed-by-peer' | null} */
  #closing = null;
  #ended = false;
  #goodbyeSent = false;
  #goodbyeReceived = false;
  /** @type {NodeJS.Timeout | undefined} */
  #closeTimer;
  /** @type {Promise<CloseReason>} */
  closed;
  /** @type {(reason: CloseReason) => void} */
  #settle = () => {};

  /**
   * @param {import('node:net').Socket} socket
   * @param {import('./options').BridgeOptions} options
   * @param {import('./introduction').Peer} peer
   */
  constructor(socket, options, peer) {
    this.#socket = socket;
    this.#options = options;
    /** What the other side said about itself. */
    this.peer = peer;
    this.#outbox = new Outbox({
      ...options,
      maxMessageBytes: Math.min(options.maxMessageBytes, peer.maxMessageBytes),
      maxQueuedBytes: Math.min(options.maxQueuedBytes, peer.maxPartialBytes),
      maxPartialMessages: peer.maxPartialMessages
    });
    this.closed = new Promise((resolve) => { this.#settle = resolve; });
    socket.on('drain', () => { this.#blocked = false; this.#flush(); });
    socket.on('error', (error) => this.#end('lost', `${GONE} (${error.message}).`, error));
    socket.on('close', () => this.#endOfStream());
    // Node tells the end of an empty stream even while it is paused: a listener added by start() could come too late.
    socket.on('end', () => this.#endOfStream());
    if (socket.readableEnded || socket.destroyed) {
      this.#endOfStream();
    }
  }

  /**
   * Begins to read. Until then nothing is delivered, not even the end.
   * @param {Listeners} listeners
   */
  start(listeners) {
    this.#listeners = listeners;
    if (this.#ended) {
      this.closed.then(listeners.onClose);
      return;
    }
    const parser = new FrameParser(this.#options, (kind, lane, id, payload) => this.#receive(kind, lane, id, payload));
    this.#socket.on('data', (chunk) => this.#parse(parser, chunk));
    this.#socket.resume();
  }

  /**
   * Queues a message. Big buffers are not copied: do not change them afterwards.
   * @param {number} kind 0 to 239.
   * @param {number} lane Messages of one lane arrive in the order of the calls.
   * @param {number} id
   * @param {Buffer | Buffer[]} payload Several buffers arrive as one.
   * @param {import('./outbox').SendOptions} [options]
   * @returns {import('./outbox').SendResult}
   */
  send(kind, lane, id, payload, options) {
    if (kind >= FIRST_OWN_KIND) {
      throw new RangeError(`Kind ${kind} belongs to the bridge; use 0 to ${FIRST_OWN_KIND - 1}.`);
    }
    if (this.#closing !== null || this.#ended) {
      return 'closed';
    }
    const result = this.#outbox.add(kind, lane, id, payload, options);
    this.#flushSoon();
    return result;
  }

  /**
   * Why `send` has just refused a message: which limit, and how much there was.
   * @param {'too-large' | 'queue-full'} result
   * @param {number} lane
   * @param {number} bytes
   */
  explain(result, lane, bytes) {
    return this.#outbox.explain(result, lane, bytes);
  }

  /**
   * Sends what is queued, says goodbye and ends the connection, within `closeTimeout`.
   * @returns {Promise<CloseReason>}
   */
  close() {
    this.#close('closed');
    return this.closed;
  }

  /** @param {'closed' | 'closed-by-peer'} kind */
  #close(kind) {
    if (this.#closing === null && !this.#ended) {
      this.#closing = kind;
      const limit = this.#options.closeTimeout;
      this.#closeTimer = setTimeout(() => this.#closeByForce(limit), limit);
      this.#flush();
    }
  }

  /**
   * Ends the connection at once; what is queued is dropped.
   * @param {string} reason Told to the other side.
   */
  abort(reason) {
    this.#abort('aborted', reason);
  }

  /**
   * Electron delivers every page's message in a tick of its own, so waiting for the tick's end alone would cost a system call for each.
   * The first message of a burst goes out at the end of its tick; what follows before the event loop has come round goes out together.
   */
  #flushSoon() {
    if (this.#isResting) {
      this.#isFlushWanted = true;
    } else {
      this.#isResting = true;
      process.nextTick(() => this.#flush());
      setImmediate(() => this.#endRest());
    }
  }

  #endRest() {
    this.#isResting = false;
    if (this.#isFlushWanted) {
      this.#isFlushWanted = false;
      this.#flush();
    }
  }

  #flush() {
    while (!this.#blocked && !this.#ended) {
      const parts = this.#outbox.take();
      if (parts === null) {
        break;
      }
      this.#blocked = !this.#write(parts);
    }
    if (this.#closing !== null && !this.#goodbyeSent && !this.#ended && this.#outbox.isEmpty) {
      this.#goodbyeSent = true;
      this.#socket.write(ownFrame(KIND.goodbye));
      this.#endIfDone();
    }
  }

  /** One system call, however many parts. @param {Buffer[]} parts */
  #write(parts) {
    if (parts.length === 1) {
      return this.#socket.write(/** @type {Buffer} */ (parts[0]));
    }
    this.#socket.cork();
    let roomLeft = true;
    for (const part of parts) {
      roomLeft = this.#socket.write(part);
    }
    this.#socket.uncork();
    return roomLeft;
  }

  /** @param {FrameParser} parser @param {Buffer} chunk */
  #parse(parser, chunk) {
    if (this.#ended) {
      return;
    }
    try {
      parser.push(chunk);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      const isTheirs = error instanceof BridgeProtocolError;
      this.#abort(isTheirs ? 'protocol-error' : 'receiver-failed', error.message, error);
    }
  }

  /** @param {number} kind @param {number} lane @param {number} id @param {Buffer} payload */
  #receive(kind, lane, id, payload) {
    if (this.#ended) {
      return;
    }
    if (kind < FIRST_OWN_KIND) {
      if (this.#goodbyeReceived) {
        throw new BridgeProtocolError('A message came after the goodbye.');
      }
      /** @type {Listeners} */ (this.#listeners).onMessage(kind, lane, id, payload);
    } else if (kind === KIND.goodbye) {
      this.#goodbyeReceived = true;
      this.#close('closed-by-peer');
      this.#endIfDone();
    } else if (kind === KIND.abort) {
      this.#end('aborted-by-peer', `The .NET main process ended the connection: ${payload.toString()}`);
    } else {
      throw new BridgeProtocolError(`A frame of kind ${kind} has no place after the handshake.`);
    }
  }

  #endIfDone() {
    if (this.#goodbyeSent && this.#goodbyeReceived) {
      this.#end(this.#closing ?? 'closed', 'The connection was closed.');
    }
  }

  #endOfStream() {
    this.#end('lost', `${GONE}.`);
  }

  /** @param {number} limit */
  #closeByForce(limit) {
    this.#end('close-timeout', `The .NET main process did not take what was queued within ${limit} ms (closeTimeout).`);
    this.#socket.destroy();
  }

  /** @param {CloseReason['kind']} kind @param {string} message @param {Error} [error] */
  #abort(kind, message, error) {
    if (!this.#ended) {
      this.#socket.write(abortFrame(message));
      this.#end(kind, message, error);
    }
  }

  /** @param {CloseReason['kind']} kind @param {string} message @param {Error} [error] */
  #end(kind, message, error) {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    clearTimeout(this.#closeTimer);
    const reason = { kind, message, dropped: this.#outbox.count, ...(error && { error }) };
    this.#outbox = new Outbox(this.#options);
    this.#leaveSocket();
    this.#settle(reason);
    this.#listeners?.onClose(reason);
  }

  /** Lets what is written reach the other side, for a while. */
  #leaveSocket() {
    const socket = this.#socket;
    const timer = setTimeout(() => socket.destroy(), LINGER);
    socket.once('close', () => clearTimeout(timer));
    socket.resume();
    socket.end();
  }
}

exports.Connection = Connection;
