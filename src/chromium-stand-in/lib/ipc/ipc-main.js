'use strict';
const { EventEmitter } = require('node:events');

/** @typedef {(event: any, ...args: any[]) => any} Handler */

/** `ipcMain`, `webContents.ipc` and `webFrameMain.ipc`. Node prints the class name in its listener-leak warning. */
class IpcMainImpl extends EventEmitter {
  /** @type {Map<string, Handler>} */ #handlers = new Map();

  constructor() {
    super();
    // a page could otherwise throw in the main process by sending on 'error' (S14)
    this.on('error', () => {});
  }

  /** @param {string} channel @param {Handler} handler */
  handle(channel, handler) {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function') throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    this.#handlers.set(channel, handler);
  }

  /** @param {string} channel @param {Handler} handler */
  handleOnce(channel, handler) {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  /** @param {string} channel */
  removeHandler(channel) {
    this.#handlers.delete(channel);
  }

  /** @param {IpcMainImpl} emitter @param {string} channel */
  static handlerOf(emitter, channel) {
    return emitter.#handlers.get(channel);
  }
}

exports.IpcMainImpl = IpcMainImpl;
exports.ipcMain = new IpcMainImpl();
