'use strict';

const { BrowserWindow } = require('electron');
const { findWindow } = require('./find-window');

/**
 * What .NET can ask of windows.
 * @param {import('./windows').Windows} windows
 * @param {import('../link').Link} link
 * @returns {Record<string, import('../requests').Action>}
 */
function windowActions(windows, link) {
  /** A window may go while a message for it is on its way. @param {(window: Electron.BrowserWindow, args: any) => void} act */
  const ifOpen = (act) => (/** @type {any} */ args) => {
    const window = BrowserWindow.fromId(args.windowId);
    if (window !== null && !window.isDestroyed()) {
      act(window, args);
    }
  };
  return {
    'window-create': ({ options }) => ({ windowId: windows.create(options ?? {}).id }),
    'window-load-url': ({ windowId, url }) => findWindow(windowId).loadURL(url),
    'window-set-title': ifOpen((window, { title }) => {
      window.setTitle(title);
      link.control({ type: 'window-title', windowId: window.id, title: window.getTitle() });
    }),
    'window-show': ifOpen((window) => window.show()),
    'window-hide': ifOpen((window) => window.hide()),
    'window-focus': ifOpen((window) => window.focus()),
    'window-close': ifOpen((window) => window.close()),
    'window-destroy': ifOpen((window) => window.destroy()),
  };
}

module.exports = { windowActions };
