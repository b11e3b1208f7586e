'use strict';

/** Anything that goes wrong with the bridge; `message` names the thing and the way out. */
class BridgeError extends Error {
  /**
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(message, options) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The rendezvous: directory, socket path or secret file cannot be used. */
class BridgeAddressError extends BridgeError {}

/** The other side did not prove in time that it is the one that was meant. */
class BridgeHandshakeError extends BridgeError {}

/** The other side sent bytes that break the protocol. */
class BridgeProtocolError extends BridgeError {}

exports.BridgeError = BridgeError;
exports.BridgeAddressError = BridgeAddressError;
exports.BridgeHandshakeError = BridgeHandshakeError;
exports.BridgeProtocolError = BridgeProtocolError;
