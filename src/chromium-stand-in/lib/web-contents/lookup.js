'use strict';
const { WebContents, findFrame } = require('./web-contents');
const { app } = require('../app/app');
const { focusOrder } = require('../window/focus-order');

function requireReady() {
  if (!app.isReady()) throw new Error('WebFrameMain is available only after app ready');
}

/** The `webFrameMain` module. */
const webFrameMain = {
  /** @param {number} processId @param {number} routingId */
  fromId(processId, routingId) {
    requireReady();
    return findFrame(WebContents.getAllWebContents(), ({ host }) => host.processId === processId && host.routingId === routingId)?.frame;
  },
  /** @param {number} processId @param {string} frameToken */
  fromFrameToken(processId, frameToken) {
    requireReady();
    const all = WebContents.getAllWebContents();
    return findFrame(all, ({ host }) => host.processId === processId && host.frameToken === frameToken)?.frame ?? null;
  },
};

/** The `webContents` module. */
const webContents = {
  getAllWebContents: () => WebContents.getAllWebContents(),
  fromId: WebContents.fromId,
  fromFrame: WebContents.fromFrame,
  fromDevToolsTargetId: WebContents.fromDevToolsTargetId,
  getFocusedWebContents: () => focusOrder.current?.webContents ?? null,
};

exports.webFrameMain = webFrameMain;
exports.webContents = webContents;
