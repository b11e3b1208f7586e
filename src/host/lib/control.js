'use strict';

const { firstLine } = require('./start/setup-error');

/**
 * @typedef {object} Actions What .NET can ask for.
 * @property {(message: Record<string, any>) => void} configure
 * @property {(message: Record<string, any>) => void} bind
 * @property {(message: Record<string, any>) => void} endpoints
 * @property {(message: Record<string, any>) => void} hear
 * @property {(message: Record<string, any>) => void} watch
 * @property {(message: Record<string, any>) => void} started
 * @property {(message: Record<string, any>) => void} window
 * @property {(message: Record<string, any>) => void} close
 * @property {(message: Record<string, any>) => void} call
 * @property {(message: Record<string, any>) => void} quit
 */

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
    log.warning(`The host does not know the control message '${message.type}'; is it older than the .NET library?`);
    return;
  }
  try {
    action(message);
  } catch (error) {
    log.failure(message.type, error instanceof Error ? error.message : firstLine(error));
  }
}

module.exports = { control };
