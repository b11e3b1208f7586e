'use strict';
const messageText = require('../codec/message-text');
const { PortEndpoint } = require('./port-endpoint');

/** @typedef {import('../page/script-context').ScriptContext} ScriptContext */

let nextId = 1;

/** The holder of an end that lives in a page: relays between the endpoint and the page's native port. */
class RemotePort {
  #context;
  #id;

  /** @param {ScriptContext} context @param {string} id @param {PortEndpoint} endpoint */
  constructor(context, id, endpoint) {
    this.#context = context;
    this.#id = id;
    this.endpoint = endpoint;
    context.ports.set(id, this);
  }

  wake() {
    for (let message = this.endpoint.take(); message; message = this.endpoint.take()) {
      const { wire, endpoints } = message;
      RemotePort.introduce(this.#context, endpoints, (ids) => ['m', this.#id, wire, ids]);
    }
    if (!this.endpoint.peerClosed) return;
    this.#context.ports.delete(this.#id);
    this.#context.post(['c', this.#id]);
  }

  /** The page's end sent something. @param {unknown} wire @param {string[]} portIds */
  received(wire, portIds) {
    this.endpoint.post({ wire, endpoints: portIds.map((id) => RemotePort.adopt(this.#context, id)) });
  }

  /** The page's end is closed or gone. */
  closed() {
    this.#context.ports.delete(this.#id);
    this.endpoint.close();
  }

  /**
   * Hands ends over to a page, in a message that names them; what waits in them follows after it. A message that is too large is
   * dropped, and the ends close.
   * @param {ScriptContext} context
   * @param {PortEndpoint[]} endpoints
   * @param {(ids: string[]) => [kind: string, ...parts: unknown[]]} message
   */
  static introduce(context, endpoints, message) {
    const ids = endpoints.map(() => `m${nextId++}`);
    const [kind, ...parts] = message(ids);
    let text;
    try {
      text = messageText.write([kind, ...parts]);
    } catch (error) {
      console.error('A message to a page was dropped:', error);
      for (const endpoint of endpoints) endpoint.close();
      return;
    }
    context.postText(kind, text);
    endpoints.forEach((endpoint, index) => {
      if (context.dead) endpoint.close();
      else endpoint.attach(new RemotePort(context, /** @type {string} */ (ids[index]), endpoint));
    });
  }

  /**
   * Takes over a port that a page just transferred.
   * @param {ScriptContext} context
   * @param {string} id
   * @returns {PortEndpoint} the end that the receiver gets
   */
  static adopt(context, id) {
    const [outer, inner] = PortEndpoint.pair();
    outer.attach(new RemotePort(context, id, outer));
    return inner;
  }
}

exports.RemotePort = RemotePort;
