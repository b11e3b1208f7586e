'use strict';
const { EventEmitter } = require('node:events');

/**
 * What windows tell the app, out of sight of user code.
 *
 * Events: `last-window-closed`, `close-prevented`.
 */
exports.lifecycle = new EventEmitter();
