'use strict';

/**
 * Native message ports whose other end is relayed to the host. Runs in the page, as text.
 * @param {object} options
 * @param {{ encode: (value: unknown) => unknown, decode: (wire: any) => any }} options.codec
 * @param {(message: unknown[]) => void} options.post
 * @param {new () => Error} options.MessageTooLargeError
 * @param {ReturnType<typeof import('../codec/create-kinds')>} options.kinds
 */
module.exports = function createPorts({ codec, post, MessageTooLargeError, kinds }) {
  const isPort = kinds.slot(MessagePort, 'onmessage');

  /** @param {unknown} value */
  const isObject = (value) => typeof value === 'object' && value !== null;

  /** @type {Map<string, MessagePort>} */
  const relayed = new Map();
  let nextId = 1;

  /** What the page could post but Electron cannot read arrives as null (S125). @param {unknown} data */
  function encode(data) {
    try {
      return codec.encode(data);
    } catch (error) {
      if (error instanceof MessageTooLargeError) throw error;
      return null;
    }
  }

  /** A message that is too large is dropped, and its ports close. @param {string} id @param {MessageEvent} event */
  function pass(id, { data, ports }) {
    const ids = ports.map(adopt);
    try {
      post(['m', id, encode(data), ids]);
    } catch (error) {
      ids.forEach(close);
      console.error('A message on a port was dropped:', error);
    }
  }

  /** @param {string} id @param {MessagePort} port */
  function relay(id, port) {
    relayed.set(id, port);
    port.addEventListener('message', (event) => pass(id, event));
    port.addEventListener('close', () => {
      if (relayed.delete(id)) post(['c', id]);
    });
    port.start();
  }

  /** @param {MessagePort} port */
  function adopt(port) {
    const id = `r${nextId++}`;
    relay(id, port);
    return id;
  }

  /** @param {string} id */
  function close(id) {
    const port = relayed.get(id);
    relayed.delete(id);
    port?.close();
  }

  /** A port that the host handed over. @param {string} id */
  function receive(id) {
    const { port1, port2 } = new MessageChannel();
    relay(id, port1);
    return port2;
  }

  return {
    /** @param {string[]} ids */
    receiveAll: (ids) => ids.map(receive),

    /**
     * @param {unknown} transfer
     * @returns {MessagePort[]}
     */
    check(transfer) {
      if (transfer === undefined) return [];
      if (!Array.isArray(transfer) || !transfer.every((each) => isObject(each) && isPort(each)))
        throw new TypeError('Invalid value for transfer');
      return transfer;
    },

    /**
     * Takes ports from the page; as with any transfer, the page's own objects are neutered.
     * @param {MessagePort[]} ports
     */
    transfer: (ports) => structuredClone(ports, { transfer: ports }).map(adopt),

    /** @param {string} id @param {any} wire @param {string[]} ids */
    deliver(id, wire, ids) {
      const ports = ids.map(receive);
      relayed.get(id)?.postMessage(codec.decode(wire), ports);
    },

    close,
  };
};
