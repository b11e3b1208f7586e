'use strict';
const { EventEmitter } = require('node:events');

/**
 * What windows, pages, sessions and menus tell the app, out of sight of user code. They raise an event here instead of importing the app, which
 * imports them.
 *
 * | event | arguments | raised by |
 * |---|---|---|
 * | `last-window-closed` | | the last window, when it has closed |
 * | `close-prevented` | | a window that stays open |
 * | `quit-requested` | | a menu's role |
 * | `session-created` | session | any session but the default one |
 * | `web-contents-created` | webContents | a window |
 * | `browser-window-created` | window | a window |
 * | `render-process-gone` | webContents, details | a page whose renderer has ended |
 * | `popup-allowed` | `import('../page/popups').AllowedPopup` | a page that may open a window |
 */
exports.lifecycle = new EventEmitter();
