'use strict';
const { app } = require('./lib/app/app');
const { BrowserWindow } = require('./lib/window/browser-window');
const { ipcMain } = require('./lib/ipc/ipc-main');
const { MessageChannelMain } = require('./lib/ipc/message-port-main');
const { Session } = require('./lib/session/session');
const { netFetch } = require('./lib/protocol/net-fetch');
const { webContents, webFrameMain } = require('./lib/web-contents/lookup');
const { nativeImage } = require('./lib/inert/native-image');
const { dialog } = require('./lib/inert/dialog');
const { Menu } = require('./lib/menu/menu');
const { MenuItem } = require('./lib/menu/menu-item');
const inert = require('./lib/inert/inert-modules');
require('./lib/window/open-popups');

const session = {
  get defaultSession() {
    return Session.defaultSession;
  },
  /** @param {string} partition */
  fromPartition: (partition) => Session.fromPartition(partition),
  Session,
};

/** The `electron` module of the main process. */
module.exports = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  net: { fetch: netFetch, isOnline: () => true },
  protocol: Session.defaultSession.protocol,
  session,
  webContents,
  webFrameMain,
  ...inert,
};
