'use strict';

const { ipcMain } = require('electron');

/** Names that Node's emitters use for themselves: binding them would hear every registration, also of the app's own JavaScript (S20). */
const META_EVENTS = ['newListener', 'removeListener'];

/**
 * @typedef {import('../frames/sender-policy').SenderPolicy} SenderPolicy
 *
 * @typedef {object} Channel
 * @property {string} name
 * @property {number} number 0 for one that .NET has not bound.
 * @property {readonly SenderPolicy[]} invokeFrom
 * @property {readonly SenderPolicy[]} listenFrom
 *
 * @typedef {object} Wanted
 * @property {boolean} invoke
 * @property {boolean} listen
 * @property {readonly SenderPolicy[]} invokeFrom
 * @property {readonly SenderPolicy[]} listenFrom
 *
 * @typedef {object} Binding
 * @property {Channel} channel
 * @property {((event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown) | null} handler
 * @property {((event: Electron.IpcMainEvent, ...args: unknown[]) => void) | null} listener
 *
 * @typedef {object} Receiver
 * @property {(channel: Channel, event: Electron.IpcMainInvokeEvent, args: unknown[]) => unknown} onInvoke
 * @property {(channel: Channel, event: Electron.IpcMainEvent, args: unknown[]) => void} onMessage
 */

/** The channels that .NET wants to hear, each bound at most once with `handle` and once with `on`. */
class ChannelBindings {
  /** @type {Map<string, Binding>} */
  #bindings = new Map();
  /** The channels that were ever bound for listening and for handling: what .NET has taken once is not a mistake of the page. */
  #everBound = { listen: /** @type {Set<string>} */ (new Set()), invoke: /** @type {Set<string>} */ (new Set()) };
  #receiver;

  /** @param {Receiver} receiver */
  constructor(receiver) {
    this.#receiver = receiver;
  }

  /**
   * Makes it so from now on.
   * @param {{ name: string, number: number }} channel
   * @param {Wanted} wanted
   * @throws {Error} The app's own JavaScript handles the channel already, or its name cannot be bound.
   */
  set({ name, number }, { invoke, listen, invokeFrom, listenFrom }) {
    if (listen && META_EVENTS.includes(name)) {
      throw new Error(`Nothing can listen on '${name}': Node's event emitters use the name themselves. Choose another one.`);
    }
    const known = this.#bindings.get(name);
    if (known !== undefined && known.channel.number !== number) {
      throw new Error(`The channel '${name}' has the number ${known.channel.number} and cannot get ${number}.`);
    }
    const binding = known ?? { channel: { name, number, invokeFrom, listenFrom }, handler: null, listener: null };
    Object.assign(binding.channel, { invokeFrom, listenFrom });
    this.#bindings.set(name, binding);
    if (listen) this.#everBound.listen.add(name);
    if (invoke) this.#everBound.invoke.add(name);
    this.#setListener(binding, listen);
    this.#setHandler(binding, invoke);
    if (!listen && !invoke) {
      this.#bindings.delete(name);
    }
  }

  /** Whether messages on the channel reach .NET by a listener of its own. @param {string} name */
  isHeard(name) {
    return this.#bindings.get(name)?.listener != null;
  }

  /**
   * Whether .NET takes messages on a channel, or has taken some.
   * @param {string} name
   * @param {'listen' | 'invoke'} use
   */
  wasBound(name, use) {
    return this.#everBound[use].has(name);
  }

  /** A restarted .NET process numbers its channels anew. */
  clear() {
    for (const binding of this.#bindings.values()) {
      this.#setListener(binding, false);
      this.#setHandler(binding, false);
    }
    this.#bindings.clear();
    this.#everBound.listen.clear();
    this.#everBound.invoke.clear();
  }

  /** @param {Binding} binding @param {boolean} wanted */
  #setHandler(binding, wanted) {
    const { channel, handler } = binding;
    if (wanted && handler === null) {
      binding.handler = this.#addHandler(channel);
    } else if (!wanted && handler !== null) {
      ipcMain.removeHandler(channel.name);
      binding.handler = null;
    }
  }

  /** @param {Channel} channel */
  #addHandler(channel) {
    /** @param {Electron.IpcMainInvokeEvent} event @param {unknown[]} args */
    const handler = (event, ...args) => this.#receiver.onInvoke(channel, event, args);
    try {
      ipcMain.handle(channel.name, handler);
    } catch (error) {
      const why = `The channel '${channel.name}' cannot be handled in .NET, since the app's own JavaScript has a handler for it`;
      throw new Error(why, { cause: error });
    }
    return handler;
  }

  /** @param {Binding} binding @param {boolean} wanted */
  #setListener(binding, wanted) {
    const { channel, listener } = binding;
    if (wanted && listener === null) {
      /** @param {Electron.IpcMainEvent} event @param {unknown[]} args */
      const added = (event, ...args) => this.#receiver.onMessage(channel, event, args);
      ipcMain.on(channel.name, added);
      binding.listener = added;
    } else if (!wanted && listener !== null) {
      ipcMain.off(channel.name, listener);
      binding.listener = null;
    }
  }
}

exports.ChannelBindings = ChannelBindings;
