'use strict';
const { EventEmitter } = require('node:events');
const { browser } = require('../browser/browser');
const { addScheme } = require('./aliases');

/** @typedef {(request: Request) => Response | Promise<Response>} ProtocolHandler */

const builtIn = new Set(['http', 'https', 'file', 'data', 'blob', 'about']);

/** Tells the interceptor that the set of handled schemes changed. */
const changes = new EventEmitter();

/** `protocol`, and `protocol` of each session. */
class Protocol {
  /** @type {Map<string, ProtocolHandler>} */ #handlers = new Map();

  /** @param {Electron.CustomScheme[]} customSchemes */
  static registerSchemesAsPrivileged(customSchemes) {
    if (browser.started) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of customSchemes) addScheme(scheme, privileges ?? {});
  }

  /** @param {Electron.CustomScheme[]} customSchemes */
  registerSchemesAsPrivileged(customSchemes) {
    Protocol.registerSchemesAsPrivileged(customSchemes);
  }

  /** @param {string} scheme @param {ProtocolHandler} handler */
  handle(scheme, handler) {
    const name = scheme.toLowerCase();
    if (this.#handlers.has(name)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!builtIn.has(name)) addScheme(name);
    this.#handlers.set(name, handler);
    changes.emit('changed');
  }

  /** @param {string} scheme */
  unhandle(scheme) {
    if (!this.#handlers.delete(scheme.toLowerCase())) throw new Error(`Failed to unhandle protocol: ${scheme}`);
    changes.emit('changed');
  }

  /** @param {string} scheme */
  isProtocolHandled(scheme) {
    return this.#handlers.has(scheme.toLowerCase()) || builtIn.has(scheme.toLowerCase());
  }

  /** @param {Protocol} protocol @param {string} scheme */
  static handlerOf(protocol, scheme) {
    return protocol.#handlers.get(scheme);
  }

  /** Built-in schemes that the app took over. @param {Protocol} protocol */
  static overrides(protocol) {
    return [...protocol.#handlers.keys()].filter((scheme) => builtIn.has(scheme));
  }
}

exports.Protocol = Protocol;
exports.changes = changes;
