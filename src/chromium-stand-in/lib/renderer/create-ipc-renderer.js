'use strict';

/**
 * `ipcRenderer`. Runs in the page, as text.
 * @param {object} options
 * @param {any} options.EventEmitter
 * @param {{ encode: (value: unknown) => any, decode: (wire: any) => any }} options.codec
 * @param {ReturnType<typeof import('./create-ports')>} options.ports
 * @param {(message: unknown[]) => void} options.post
 * @param {(announce: (id: string) => void) => string} options.blockingCall
 * @param {new () => Error} options.MessageTooLargeError
 */
module.exports = function createIpcRenderer({ EventEmitter, codec, ports, post, blockingCall, MessageTooLargeError }) {
  /** @type {Map<number, (reply: { error?: string, result?: any }) => void>} */
  const pending = new Map();
  let nextId = 1;

  /** @param {unknown} channel @param {number} index where native code would find it */
  function check(channel, index) {
    if (window.top === null) throw new Error('IPC method called after context was released');
    if (typeof channel === 'string') return;
    const received = channel === undefined || channel === null ? String(channel) : '';
    throw new TypeError(`Error processing argument at index ${index}, conversion failure from ${received}`);
  }

  /**
   * Does something with a message that has no answer. If the message is too large, it is dropped.
   * @template T @param {string} channel @param {() => T} pass
   * @returns {T | undefined} undefined for a message that was dropped
   */
  function attempt(channel, pass) {
    try {
      return pass();
    } catch (error) {
      if (!(error instanceof MessageTooLargeError)) throw error;
      console.error(`A message on '${channel.slice(0, 100)}' was dropped:`, error);
      return undefined;
    }
  }

  class IpcRenderer extends EventEmitter {
    /** @param {string} channel @param {...unknown} args */
    send(channel, ...args) {
      check(channel, 1);
      attempt(channel, () => post(['s', channel, codec.encode(args)]));
    }

    /** @param {string} channel @param {...unknown} args */
    sendSync(channel, ...args) {
      check(channel, 1);
      try {
        const wire = codec.encode(args);
        return codec.decode(JSON.parse(blockingCall((id) => post(['y', id, channel, wire]))));
      } catch (error) {
        if (error instanceof MessageTooLargeError) return { error: `Error: ${error.message}` };
        throw error;
      }
    }

    /** @param {string} channel @param {...unknown} args */
    async invoke(channel, ...args) {
      check(channel, 1);
      const { error, result } = await ask('i', channel, () => codec.encode(args));
      // as Electron: a failure without text is none (S52)
      if (error) throw new Error(`Error invoking remote method '${channel}': ${error}`);
      return result;
    }

    /** @param {string} channel @param {unknown} message @param {MessagePort[]} [transfer] */
    postMessage(channel, message, transfer) {
      check(channel, 0);
      const wire = attempt(channel, () => codec.encode(message));
      const checked = ports.check(transfer);
      const ids = ports.transfer(checked);
      const isSent = wire !== undefined && attempt(channel, () => (post(['p', channel, wire, ids]), true));
      if (!isSent) ids.forEach(ports.close);
    }

    /** There is no embedder here that could hear it. @param {string} channel @param {...unknown} args */
    sendToHost(channel, ...args) {
      check(channel, 0);
      codec.encode(args);
    }
  }
  const ipcRenderer = new IpcRenderer();

  /**
   * @param {string} kind @param {string} subject @param {() => unknown} write
   * @returns {Promise<{ error?: string, result?: any }>}
   */
  async function ask(kind, subject, write) {
    const id = nextId++;
    try {
      const content = write();
      return await new Promise((resolve) => {
        pending.set(id, resolve);
        post([kind, id, subject, content]);
      });
    } catch (error) {
      pending.delete(id);
      if (error instanceof MessageTooLargeError) return { error: `Error: ${error.message}` };
      throw error;
    }
  }

  /** A question to the host program itself, which no app sees. @param {string} question @param {unknown} details */
  async function askLater(question, details) {
    return (await ask('a', question, () => details)).result;
  }

  /** @param {number} id @param {{ error?: string, result?: any }} reply */
  function settle(id, reply) {
    const resolve = pending.get(id);
    pending.delete(id);
    resolve?.(reply);
  }

  /** A listener that throws is an uncaught error of the page, and no later message's business (S154). @param {() => void} run */
  function isolated(run) {
    try {
      run();
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
  }

  /** @param {string} channel @param {MessagePort[]} received @param {unknown[]} args */
  function emit(channel, received, args) {
    if (ipcRenderer.listenerCount(channel) === 0) for (const port of received) port.close(); // no code can hold them (S138)
    isolated(() => ipcRenderer.emit(channel, { sender: ipcRenderer, ports: received }, ...args));
  }

  /** @type {Record<string, (...parts: any[]) => void>} */
  const receivers = {
    r: (id, wire) => settle(id, { result: codec.decode(wire) }),
    x: (id, error) => settle(id, { error }),
    s: (channel, wire) => emit(channel, [], codec.decode(wire)),
    p: (channel, wire, ids) => emit(channel, ports.receiveAll(ids), [codec.decode(wire)]),
    m: (id, wire, ids) => ports.deliver(id, wire, ids),
    c: (id) => ports.close(id),
  };

  /** A message that cannot be read, for want of memory, is no other message's business. @param {any[]} message */
  function receive([kind, ...parts]) {
    try {
      receivers[kind]?.(...parts);
    } catch (error) {
      if (kind === 'r') settle(parts[0], { error: `Error: The answer cannot be read (${String(error)})` });
      else console.error('A message from the main process was dropped:', error);
    }
  }

  return { ipcRenderer, askLater, receive };
};
