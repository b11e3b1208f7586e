'use strict';
const { EventEmitter } = require('node:events');

/** @typedef {import('devtools-protocol/types/protocol-mapping').ProtocolMapping.Commands} Commands */
/** @typedef {import('devtools-protocol/types/protocol-mapping').ProtocolMapping.Events} Events */
/** @typedef {import('devtools-protocol/types/protocol').Protocol.Target.TargetInfo} TargetInfo */

/** One attached target (or, without an id, the browser itself). Emits the protocol's events under their own names. */
class CdpSession extends EventEmitter {
  #connection;

  /**
   * @param {import('./connection').Connection} connection
   * @param {string | undefined} id
   * @param {TargetInfo | undefined} target
   */
  constructor(connection, id, target) {
    super();
    this.setMaxListeners(0);
    this.#connection = connection;
    this.id = id;
    this.target = target;
  }

  get targetId() {
    return this.target?.targetId ?? '';
  }

  /**
   * @template {keyof Commands} M
   * @param {M} method
   * @param {Commands[M]['paramsType'][0]} [params]
   * @returns {Promise<Commands[M]['returnType']>}
   */
  send(method, params) {
    return this.#connection.send(this.id, method, /** @type {object | undefined} */ (params));
  }

  /**
   * @template {keyof Commands} M
   * @param {M} method
   * @param {Commands[M]['paramsType'][0]} [params]
   * @returns {boolean} false if it was dropped, being too large
   */
  post(method, params) {
    return this.#connection.post(this.id, method, /** @type {object | undefined} */ (params));
  }

  /**
   * Typed `on`.
   * @template {keyof Events} E
   * @param {E} event
   * @param {(params: Events[E][0]) => void} listener
   */
  listen(event, listener) {
    this.on(event, listener);
  }
}

exports.CdpSession = CdpSession;
