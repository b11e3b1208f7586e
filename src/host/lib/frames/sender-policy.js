'use strict';

/**
 * The origins that count as the app's own.
 * @param {string} scheme
 * @param {import('../configuration').Configuration} configuration
 * @returns {Set<string>}
 */
function ownOrigins(scheme, configuration) {
  const added = configuration.development ? configuration.allowedOrigins : [];
  return new Set([`${scheme}://local`, ...added]);
}

/**
 * Deny by default: only the main frame of a window, and only while it shows the app's own pages.
 * @param {import('./sender-snapshot').SenderSnapshot} sender
 * @param {Set<string>} origins
 */
function isAllowedSender(sender, origins) {
  return sender.isMainFrame && origins.has(sender.origin);
}

module.exports = { ownOrigins, isAllowedSender };
