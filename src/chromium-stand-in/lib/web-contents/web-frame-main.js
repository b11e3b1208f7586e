'use strict';
const { EventEmitter } = require('node:events');
const codec = require('../codec');
const { IpcMainImpl } = require('../ipc/ipc-main');
const { RemotePort } = require('../ipc/remote-port');
const { MessagePortMain } = require('../ipc/message-port-main');
const { markNativeBacked } = require('../native-backed');
const { evaluate } = require('../page/evaluate');

/** @typedef {import('../page/frame-node').FrameNode} FrameNode */

const disposedText = 'Render frame was disposed before WebFrameMain could be accessed';

/** One object for each node of a frame tree; what it tells is about the node's present document. */
class WebFrameMain extends EventEmitter {
  #node;
  /** @type {IpcMainImpl | undefined} */ #ipc;

  /** @param {FrameNode} node */
  constructor(node) {
    super();
    this.#node = node;
  }

  /** @param {WebFrameMain} frame */
  static nodeOf(frame) {
    return frame.#node;
  }

  get ipc() {
    return (this.#ipc ??= new IpcMainImpl());
  }

  /** The emitter, if an app ever asked for it. @param {WebFrameMain} frame */
  static existingIpcOf(frame) {
    return frame.#ipc;
  }

  /** Not for ever: after a crash and a reload the same object is of use again (S103). */
  isDestroyed() {
    return this.#node.disposed;
  }

  get detached() {
    return this.#node.disposed || this.#node.staysDetached;
  }

  get frameTreeNodeId() {
    return this.#node.treeId;
  }

  get url() {
    return this.#live().host.url;
  }

  get origin() {
    return this.#live().host.origin;
  }

  get name() {
    return this.#live().name;
  }

  get frameToken() {
    return this.#live().host.frameToken;
  }

  get processId() {
    return this.#live().host.processId;
  }

  get routingId() {
    return this.#live().host.routingId;
  }

  /** Unknown: the DevTools protocol does not tell. */
  get osProcessId() {
    this.#live();
    return 0;
  }

  get visibilityState() {
    return this.#live().page.hidden ? 'hidden' : 'visible';
  }

  /** @returns {WebFrameMain | null} */
  get parent() {
    return this.#live().parent?.frame ?? null;
  }

  get top() {
    return this.#live().page.tree.root.frame;
  }

  get frames() {
    return [...this.#live().children.values()].map((child) => child.frame);
  }

  get framesInSubtree() {
    return this.#live()
      .subtree()
      .map((node) => node.frame);
  }

  /** @param {string} channel @param {...unknown} args */
  send(channel, ...args) {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    try {
      const wire = this.#serialize(args);
      this.#live().post(['s', channel, wire]);
    } catch (error) {
      console.error('Error sending from webFrameMain: ', error);
    }
  }

  /** @param {string} channel @param {unknown} message @param {MessagePortMain[]} [transfer] */
  postMessage(channel, message, transfer) {
    if (arguments.length < 2) throw new TypeError('Insufficient number of arguments.');
    if (typeof channel !== 'string') {
      const received = channel === undefined || channel === null ? String(channel) : '';
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${received}`);
    }
    const wire = codec.encode(message);
    if (transfer !== undefined && !(Array.isArray(transfer) && transfer.every((port) => port instanceof MessagePortMain))) {
      throw new Error('Invalid value for transfer');
    }
    const endpoints = MessagePortMain.release(transfer ?? []); // gone even if the frame is disposed (S130)
    this.#live().deliver((context) => RemotePort.introduce(context, endpoints, (ids) => ['p', channel, wire, ids]));
  }

  /** @param {string} code @param {boolean} [userGesture] */
  executeJavaScript(code, userGesture = false) {
    return this.#node.disposed ? Promise.reject(new Error(disposedText)) : evaluate(this.#node, code, userGesture);
  }

  reload() {
    evaluate(this.#live(), 'location.reload()', false).catch(() => {});
    return true;
  }

  #live() {
    if (this.#node.disposed) throw new Error(disposedText);
    return this.#node;
  }

  /** @param {unknown[]} args */
  #serialize(args) {
    try {
      return codec.encode(args);
    } catch {
      throw new Error('Failed to serialize arguments');
    }
  }
}
markNativeBacked(WebFrameMain);

exports.WebFrameMain = WebFrameMain;
