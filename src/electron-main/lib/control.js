'use strict';

const { firstLine } = require('./start/setup-error');

/** The types of .NET's control messages. */
const COMMANDS = Object.freeze(/** @type {const} */ ([
  'configure', 'bind', 'endpoints', 'hear', 'watch', 'started', 'window', 'close', 'call', 'quit',
]));

/** What .NET can ask for. @typedef {Record<typeof COMMANDS[number], (message: Record<string, any>) => void>} Actions */

/**
 * Carries out one control message. None may end the connection: a mistake in one is reported, the next are carried out.
 * @param {Buffer} payload
 * @param {Actions} actions
 * @param {import('./log').Log} log
 */
function control(payload, actions, log) {
  /** @type {Record<string, any>} */
  const message = JSON.parse(payload.toString());
  const action = Object.hasOwn(actions, message.type) ? actions[/** @type {keyof Actions} */ (message.type)] : null;
  if (action === null) {
    log.warning(`Electron's side does not know the control message '${message.type}'; is it older than the .NET library?`);
    return;
  }
  try {
    action(message);
  } catch (error) {
    log.failure(message.type, error instanceof Error ? error.message : firstLine(error));
  }
}

module.exports = { control, COMMANDS };
