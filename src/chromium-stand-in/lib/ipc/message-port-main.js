'use strict';
const { EventEmitter } = require('node:events');
const codec = require('../codec');
const { PortEndpoint } = require('./port-endpoint');
const { markNativeBacked } = require('../native-backed');

/** A port that is garbage-collected closes, and its peer hears of it (S138). @type {FinalizationRegistry<PortEndpoint>} */
const dropped = new FinalizationRegistry((endpoint) => endpoint.close());

class MessagePortMain extends EventEmitter {
  /** Gone once the port was closed or transferred. @type {PortEndpoint | null} */ #endpoint;
  #started = false;
  #closed = false;
  #pumping = false;

  /** @param {PortEndpoint} endpoint */
  constructor(endpoint) {
    super();
    this.#endpoint = endpoint;
    dropped.register(this, endpoint, this);
  }

  start() {
    if (this.#started || !this.#endpoint) return;
    this.#started = true;
    // from here on the endpoint refers to this port: a started one is not collected
    this.#endpoint.attach({ wake: () => this.#pump() });
  }

  /**
   * On a port that is closed or was transferred, nothing happens at all (S133, S137).
   * @param {unknown} [message]
   * @param {MessagePortMain[]} [transfer]
   */
  postMessage(message, transfer) {
    if (!this.#endpoint) return;
    const wire = codec.encode(arguments.length === 0 ? null : message);
    const endpoints = this.#claim(transfer);
    this.#endpoint.post({ wire, endpoints });
  }

  close() {
    this.#release()?.close();
    this.#emitClose();
  }

  /** One message each turn, so that a listener may transfer or close the port before the next. */
  #pump() {
    if (this.#pumping) return;
    this.#pumping = true;
    setImmediate(() => {
      this.#pumping = false;
      const endpoint = this.#endpoint;
      if (!endpoint) return;
      const message = endpoint.take();
      if (endpoint.waiting || endpoint.peerClosed) this.#pump();
      if (message)
        this.emit('message', { data: codec.decode(message.wire), ports: message.endpoints.map((each) => new MessagePortMain(each)) });
      else if (endpoint.peerClosed) this.close();
    });
  }

  #emitClose() {
    if (this.#closed) return;
    this.#closed = true;
    this.emit('close');
  }

  #release() {
    const endpoint = this.#endpoint;
    this.#endpoint = null;
    dropped.unregister(this);
    endpoint?.detach();
    return endpoint;
  }

  /** @param {unknown} transfer */
  #claim(transfer) {
    if (transfer === undefined) return [];
    if (!Array.isArray(transfer)) throw new TypeError('transferables must be an array of MessagePorts');
    transfer.forEach((port, index) => {
      if (!(port instanceof MessagePortMain)) throw new TypeError(`Port at index ${index} is not a valid port`);
      if (port === this) throw new Error(`Port at index ${index} contains the source port.`);
    });
    return MessagePortMain.release(transfer);
  }

  /**
   * Takes the ports from their owners, all or none.
   * @param {MessagePortMain[]} ports
   * @returns {PortEndpoint[]}
   */
  static release(ports) {
    ports.forEach((port, index) => {
      if (ports.indexOf(port) !== index) throw new Error(`Port at index ${index} is a duplicate.`);
      if (!port.#endpoint) throw new Error(`Port at index ${index} is already neutered.`);
    });
    return ports.map((port) => /** @type {PortEndpoint} */ (port.#release()));
  }
}
markNativeBacked(MessagePortMain);

class MessageChannelMain {
  port1;
  port2;

  constructor() {
    const [one, other] = PortEndpoint.pair();
    this.port1 = new MessagePortMain(one);
    this.port2 = new MessagePortMain(other);
  }
}

exports.MessagePortMain = MessagePortMain;
exports.MessageChannelMain = MessageChannelMain;
