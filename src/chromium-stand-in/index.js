'use strict';
const { EventEmitter } = require('node:events');
const { absent, declared } = require('./lib/absent');
const { app, App } = require('./lib/app/app');
const { BaseWindow } = require('./lib/window/base-window');
const { BrowserWindow } = require('./lib/window/browser-window');
const { ipcMain } = require('./lib/ipc/ipc-main');
const { MessageChannelMain, MessagePortMain } = require('./lib/ipc/message-port-main');
const { Session } = require('./lib/session/session');
const { Protocol } = require('./lib/protocol/protocol');
const { CommandLine } = require('./lib/app/command-line');
const { IpcMainImpl } = require('./lib/ipc/ipc-main');
const { webContents, webFrameMain } = require('./lib/web-contents/lookup');
const { WebContents } = require('./lib/web-contents/web-contents');
const { WebFrameMain } = require('./lib/web-contents/web-frame-main');
const { nativeImage } = require('./lib/image/native-image');
const { dialog } = require('./lib/inert/dialog');
const { Menu, MenuItem } = require('./lib/menu/menu');
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

/** @type {[prototype: object, type: string, label?: string][]} */
const prototypes = [
  [App.prototype, 'App', 'app'],
  [CommandLine.prototype, 'CommandLine', 'app.commandLine'],
  [IpcMainImpl.prototype, 'IpcMain', 'ipcMain'],
  [Protocol.prototype, 'Protocol', 'protocol'],
  [MessagePortMain.prototype, 'MessagePortMain'],
  [Session.prototype, 'Session'],
  [WebContents.prototype, 'WebContents'],
  [WebFrameMain.prototype, 'WebFrameMain'],
];
for (const [prototype, type, label] of prototypes) absent.completeInstance(prototype, type, label);

/** The `electron` module of the main process. */
const electron = {
  app,
  BaseWindow,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  net: { fetch: Session.fetchByDefault, isOnline: () => true, online: true },
  protocol: Session.defaultSession.protocol,
  session,
  webContents,
  webFrameMain,
  ...inert,
};
absent.completeModules(/** @type {Record<string, any>} */ (electron), declared.main, EventEmitter);

module.exports = electron;
