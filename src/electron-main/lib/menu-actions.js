'use strict';

const { Menu } = require('electron');
const { findWindow } = require('./windows/find-window');

/**
 * @typedef {Electron.MenuItemConstructorOptions & { command?: number, submenu?: ItemDescription[] }} ItemDescription
 *   An item as .NET describes it, in Electron's members; a click on one with a command is told to .NET.
 *
 * @typedef {(command: number, item: Electron.MenuItem, window: Electron.BaseWindow | undefined) => void} OnClick
 */

/**
 * @param {ItemDescription[]} items
 * @param {OnClick} onClick
 * @returns {Electron.MenuItemConstructorOptions[]}
 */
function templateOf(items, onClick) {
  return items.map(({ command, submenu, ...members }) => ({
    ...members,
    ...(submenu && { submenu: templateOf(submenu, onClick) }),
    ...(command !== undefined && { click: (item, window) => onClick(command, item, window) }),
  }));
}

/**
 * What .NET can ask of menus. A menu replaces the one before.
 * @param {import('./link').Link} link
 * @returns {Record<string, import('./requests').Action>}
 */
function menuActions(link) {
  /** @type {OnClick} */
  const onClick = (command, { checked }, window) => {
    link.control({ type: 'menu-click', command, checked: checked === true, ...(window && { windowId: window.id }) });
  };
  return {
    'menu-set': ({ windowId, items }) => {
      const menu = items === undefined ? null : Menu.buildFromTemplate(templateOf(items, onClick));
      if (windowId === undefined) {
        Menu.setApplicationMenu(menu);
      } else {
        findWindow(windowId).setMenu(menu);
      }
    },
  };
}

module.exports = { menuActions, templateOf };
