'use strict';
const { toApp, originToApp } = require('../protocol/aliases');

let nextRoutingId = 1;

/** What hosts one document of a frame, as Chromium's RenderFrameHost: each navigation to another document makes a new one. */
class FrameHost {
  /**
   * @param {import('./frame-node').FrameNode} node
   * @param {number} processId
   * @param {import('devtools-protocol/types/protocol').Protocol.Page.Frame} [document] absent before the first navigation
   * @param {string} [origin] as its script context tells it; for about:blank it is inherited. Chromium itself derives one from the address
   */
  constructor(node, processId, document, origin = originToApp(document?.securityOrigin ?? '')) {
    this.node = node;
    this.processId = processId;
    this.routingId = nextRoutingId++;
    this.frameToken = document?.loaderId ?? node.id;
    const address = document?.unreachableUrl ?? document?.url ?? '';
    // a child's empty document has no address of its own (S105)
    this.url = address === 'about:blank' && node.parent ? '' : toApp(address) + (document?.urlFragment ?? '');
    this.origin = origin;
    this.isErrorPage = document?.unreachableUrl !== undefined;
  }

  describe() {
    return { routingId: this.routingId, frameToken: this.frameToken };
  }
}

exports.FrameHost = FrameHost;
