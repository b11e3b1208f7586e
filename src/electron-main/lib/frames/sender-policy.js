'use strict';

/**
 * Which senders .NET accepts on a channel, as `bind` says it.
 * @typedef {object} SenderPolicy
 * @property {boolean} anySender
 * @property {boolean} subFrames
 * @property {string[]} origins Beside the app's own.
 */

/** Deny by default: only the main frame of a window, and only while it shows the app's own pages. @type {readonly SenderPolicy[]} */
const OWN_MAIN_FRAME = Object.freeze([{ anySender: false, subFrames: false, origins: [] }]);

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
 * Whether any of the policies accepts the sender: .NET then asks each registration's own.
 * @param {import('./sender-snapshot').SenderSnapshot} sender
 * @param {Set<string>} own
 * @param {readonly SenderPolicy[]} policies
 */
function isAllowedSender(sender, own, policies) {
  return policies.some(({ anySender, subFrames, origins }) =>
    anySender || ((sender.isMainFrame || subFrames) && (own.has(sender.origin) || origins.includes(sender.origin))));
}

/**
 * What `bind` says about senders. A policy that cannot be understood accepts no sender.
 * @param {unknown} given
 * @returns {readonly SenderPolicy[]}
 */
function readPolicies(given) {
  if (!Array.isArray(given)) {
    return OWN_MAIN_FRAME;
  }
  return given.filter((policy) => typeof policy === 'object' && policy !== null && Array.isArray(policy.origins)).map((policy) => ({
    anySender: policy.anySender === true,
    subFrames: policy.subFrames === true,
    origins: policy.origins.filter(isNamed),
  }));
}

/** Opaque origins all read 'null' and belong to no page. @param {unknown} origin */
function isNamed(origin) {
  return typeof origin === 'string' && origin !== 'null';
}

module.exports = { ownOrigins, isAllowedSender, readPolicies, OWN_MAIN_FRAME };
