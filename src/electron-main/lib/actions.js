'use strict';

const { dialogActions } = require('./dialog-actions');
const { menuActions } = require('./menu-actions');
const { contentsActions } = require('./windows/contents-actions');
const { windowActions } = require('./windows/window-actions');

/**
 * All that .NET can ask for by `call`, by name.
 * @param {{
 *   windows: import('./windows/windows').Windows, link: import('./link').Link, lifecycle: import('./lifecycle').Lifecycle,
 * }} parts
 * @returns {Record<string, import('./requests').Action>}
 */
function hostActions({ windows, link, lifecycle }) {
  return {
    settle: () => null, // what .NET sent before has been carried out, and what the host had to tell until now goes before the answer
    'app-quit': () => lifecycle.isEnding || lifecycle.attempts.quit(),
    ...windowActions(windows, link), ...contentsActions(), ...menuActions(link), ...dialogActions(),
  };
}

exports.hostActions = hostActions;
