'use strict';
const { FrameHost } = require('./frame-host');
const messageText = require('../codec/message-text');
const { WebFrameMain } = require('../web-contents/web-frame-main');

/** @typedef {import('./script-context').ScriptContext} ScriptContext */

let nextTreeId = 1;

/** As in Electron 33 to 44, a frame whose renderer has crashed is called detached for good (S103). */
const crashDetaches = process.env.IPCAPP_CHROMIUM_CRASH_DETACHES === '1';

/**
 * A node of a page's frame tree; it outlives its documents.
 */
class FrameNode {
  /** @type {Map<string, FrameNode>} */ children = new Map();
  /** The preload's end of the IPC in the current document. @type {ScriptContext | null} */ context = null;
  /** The page's own script context. @type {number | null} */ mainWorldId = null;
  /** Messages for a document that has no script context yet. @type {((context: ScriptContext) => void)[]} */ #held = [];
  /** Not committed to any document yet. */ initial = true;
  /** A document that Chromium has committed and no event has told of yet. @type {import('./frame-tree').Frame | null} */ arriving = null;
  removed = false;
  /** Its renderer died; a new document brings it back (S103). */ crashed = false;
  /** Navigation to it was already granted, under the address the app knows. @type {string | null} */ approvedUrl = null;
  name = '';
  /** The frame is called detached although it shows a document. */ staysDetached = false;
  /** @type {WebFrameMain | null} the object that apps hold, if any ever asked for it */
  existingFrame = null;

  /**
   * @param {import('./page').Page} page
   * @param {string} id Chromium's
   * @param {FrameNode | null} parent
   * @param {import('./page-session').PageSession | null} session null until the page's target exists
   */
  constructor(page, id, parent, session) {
    this.page = page;
    this.id = id;
    this.parent = parent;
    this.session = session;
    this.treeId = nextTreeId++;
    this.host = new FrameHost(this, session?.processId ?? page.firstProcessId);
    parent?.children.set(id, this);
  }

  get frame() {
    return (this.existingFrame ??= new WebFrameMain(this));
  }

  /** There is nothing behind it, for good or until the next document. */
  get disposed() {
    return this.removed || this.crashed;
  }

  /** Electron's browser process lets no other frame bind the IPC interface (S43). */
  get mayUseIpc() {
    return this.parent === null || this.page.subFrames;
  }

  /** @param {[kind: string, ...parts: unknown[]]} message @throws {Error} it is too large; nothing is sent */
  post(message) {
    const text = messageText.write(message);
    this.deliver((context) => context.postText(message[0], text));
  }

  /** @param {(context: ScriptContext) => void} delivery runs at once, or when the document has a script context */
  deliver(delivery) {
    if (this.context) delivery(this.context);
    else if (this.mayUseIpc && !this.disposed) this.#held.push(delivery);
  }

  /** @param {FrameHost} host of the newly committed document */
  commit(host) {
    // what was meant for a document that is gone is lost with it (S91)
    if (!this.initial) this.#held = [];
    this.initial = false;
    this.crashed = false;
    this.host = host;
  }

  /** The renderer died, and took all that was under way with it. */
  crash() {
    this.crashed = true;
    this.arriving = null;
    this.staysDetached = crashDetaches && this.existingFrame !== null;
    this.mainWorldId = null;
    this.#held = [];
    this.context?.kill();
  }

  /** @param {ScriptContext} context */
  connect(context) {
    this.context = context;
    const held = this.#held;
    this.#held = [];
    for (const delivery of held) delivery(context);
  }

  /** This node and all below it, parents first. @returns {FrameNode[]} */
  subtree() {
    return [this, ...[...this.children.values()].flatMap((child) => child.subtree())];
  }
}

exports.FrameNode = FrameNode;
