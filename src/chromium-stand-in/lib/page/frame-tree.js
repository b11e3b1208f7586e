'use strict';
const { FrameNode } = require('./frame-node');
const { FrameHost } = require('./frame-host');
const { PageSession } = require('./page-session');
const { createEvent } = require('../ipc/ipc-event');
const { toApp } = require('../protocol/aliases');

/** @typedef {import('devtools-protocol/types/protocol').Protocol.Page.Frame} Frame */

/** @param {string} url */
function siteOf(url) {
  return /^[^:]+:(?:\/\/[^/?#]*)?/.exec(url)?.[0];
}

/** The frames of one page, kept in step with what Chromium reports. */
class FrameTree {
  #page;
  /** @type {Map<string, FrameNode>} */ #nodes = new Map();

  /** @param {import('./page').Page} page */
  constructor(page) {
    this.#page = page;
    this.root = new FrameNode(page, '', null, null);
  }

  /** @param {string | undefined} id @returns {FrameNode | undefined} */
  find(id) {
    return id === undefined ? undefined : this.#nodes.get(id);
  }

  /** @returns {FrameNode[]} */
  all() {
    return this.root.subtree();
  }

  /** The page's target exists now. @param {PageSession} session */
  setRoot(session) {
    this.root.id = session.cdp.targetId;
    this.root.session = session;
    this.#nodes.set(this.root.id, this.root);
  }

  /** @param {PageSession} session */
  watch(session) {
    const { cdp } = session;
    cdp.listen('Page.frameAttached', ({ frameId, parentFrameId }) => this.#attached(session, frameId, parentFrameId));
    cdp.listen('Page.frameNavigated', ({ frame }) => this.#navigated(session, frame));
    cdp.listen('Page.navigatedWithinDocument', ({ frameId, url }) => this.#navigatedWithin(frameId, url));
    cdp.listen('Page.frameDetached', ({ frameId, reason }) => {
      const node = this.find(frameId);
      if (node && reason !== 'swap') this.remove(node); // a swap is a move to another process
    });
  }

  /** @param {FrameNode} node */
  remove(node) {
    for (const child of [...node.children.values()]) this.remove(child);
    node.removed = true;
    node.arriving = null;
    node.context?.kill();
    node.parent?.children.delete(node.id);
    this.#nodes.delete(node.id);
  }

  /** A renderer died; the frames below its own went with it. @param {FrameNode} node */
  crash(node) {
    for (const child of [...node.children.values()]) this.remove(child);
    node.crash();
  }

  /** @param {PageSession} session @param {string} id @param {string} parentId */
  #attached(session, id, parentId) {
    const known = this.find(id);
    const parent = this.find(parentId);
    if (known) known.session = session;
    else if (parent) this.#add(session, id, parent);
  }

  /** @param {PageSession} session @param {string} id @param {FrameNode} parent */
  #add(session, id, parent) {
    const node = new FrameNode(this.#page, id, parent, session);
    this.#nodes.set(id, node);
    this.announce(node);
    return node;
  }

  /** @param {FrameNode} node that has a renderer now */
  announce(node) {
    const get = () => (node.disposed ? null : node.frame);
    this.#page.emit('frame-created', createEvent(), Object.defineProperty({}, 'frame', { enumerable: true, get }));
  }

  /** What a new renderer shows, if that is a document which no event has told of. @param {PageSession} session @param {Frame} frame */
  take(session, frame) {
    const node = this.find(frame.id);
    const isKnown = node?.host.frameToken === frame.loaderId || node?.arriving?.loaderId === frame.loaderId;
    // each renderer begins with an empty document, which is not the frame's
    if (node && !isKnown && !['', ':', 'about:blank'].includes(frame.url)) this.#navigated(session, frame);
  }

  /** @param {PageSession} session @param {Frame} frame */
  #navigated(session, frame) {
    const parent = this.find(frame.parentId);
    const node = this.find(frame.id) ?? (parent && this.#add(session, frame.id, parent));
    if (!node) return;
    this.settle(node);
    if (node.session !== session) node.mainWorldId = null;
    node.session = session;
    node.arriving = frame;
    // the window of a frame's first, empty document passes on to this one if that has the same origin: no other script context comes then
    if (node.initial && node.mainWorldId !== null) this.settle(node, node.host.origin);
  }

  /**
   * Commits a document that has arrived, and tells of it. Only its script context, which Chromium reports next, says what its origin is.
   * @param {FrameNode} node
   * @param {string} [origin] what the context says
   */
  settle(node, origin) {
    const { arriving, session } = node;
    if (!arriving || !session) {
      if (origin !== undefined) node.host.origin = origin;
      return;
    }
    node.arriving = null;
    node.name = arriving.name ?? '';
    if (node === this.root) {
      for (const child of [...node.children.values()]) this.remove(child);
      const previous = node.host.url;
      const moved = previous && siteOf(previous) !== siteOf(toApp(arriving.url));
      if (moved || node.crashed) session.processId = PageSession.newProcessId();
    }
    const host = new FrameHost(node, session.processId, arriving, origin);
    node.commit(host);
    if (node.context) node.context.host = host;
    this.#page.loader.committed(node);
  }

  /** @param {string} frameId @param {string} url */
  #navigatedWithin(frameId, url) {
    const node = this.find(frameId);
    if (!node) return;
    const { host } = node;
    host.url = toApp(url);
    this.#page.emit('did-navigate-in-page', createEvent(), host.url, node === this.root, host.processId, host.routingId);
  }
}

exports.FrameTree = FrameTree;
