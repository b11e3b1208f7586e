'use strict';

/**
 * What travels on a port: an encoded value, and the ends of other ports.
 * @typedef {object} PortMessage
 * @property {unknown} wire
 * @property {PortEndpoint[]} endpoints
 */
/**
 * Who an end belongs to at the moment: a started MessagePortMain, or a port in a page.
 * @typedef {object} PortHolder
 * @property {() => void} wake there is something in the queue, or the other end closed
 */

/** One end of a message channel. It keeps the messages that arrive while it has no holder: unstarted, or on its way to another process. */
class PortEndpoint {
  /** @type {PortEndpoint | null} */ peer = null;
  /** @type {PortHolder | null} */ #holder = null;
  /** @type {PortMessage[]} */ #queue = [];
  /** The other end closed; to be told after the queue is empty. */ peerClosed = false;

  /** @returns {[PortEndpoint, PortEndpoint]} */
  static pair() {
    const one = new PortEndpoint();
    const other = new PortEndpoint();
    one.peer = other;
    other.peer = one;
    return [one, other];
  }

  /** @param {PortMessage} message */
  post(message) {
    const { peer } = this;
    if (!peer) {
      for (const endpoint of message.endpoints) endpoint.close(); // lost with the message (S138)
      return;
    }
    peer.#queue.push(message);
    peer.#holder?.wake();
  }

  /** @returns {PortMessage | undefined} */
  take() {
    return this.#queue.shift();
  }

  get waiting() {
    return this.#queue.length;
  }

  /** @param {PortHolder} holder */
  attach(holder) {
    this.#holder = holder;
    if (this.waiting || this.peerClosed) holder.wake();
  }

  detach() {
    this.#holder = null;
  }

  close() {
    const { peer } = this;
    const lost = this.#queue.flatMap(({ endpoints }) => endpoints);
    this.peer = null;
    this.#queue = [];
    this.#holder = null;
    for (const endpoint of lost) endpoint.close();
    if (!peer) return;
    peer.peer = null;
    peer.peerClosed = true;
    peer.#holder?.wake();
  }
}

exports.PortEndpoint = PortEndpoint;
