'use strict';

/**
 * @typedef {object} Endpoint Where .NET serves the app's endpoints during this run.
 * @property {string} address Path of the Unix domain socket, or name of the pipe.
 * @property {string} secret What makes a request the host's.
 */

/** Whether there are endpoints behind the files of wwwroot, and where. .NET says so after each connection, and may say nothing. */
class EndpointLink {
  /** @type {Endpoint | null} */
  #endpoint = null;
  #isLost = false;

  /** @returns {Endpoint | 'lost' | null} 'lost' while .NET, which had endpoints, is gone; null where there are none */
  get current() {
    return this.#isLost ? 'lost' : this.#endpoint;
  }

  /** @param {Record<string, unknown>} message */
  use({ address, secret }) {
    if (typeof address !== 'string' || address === '' || typeof secret !== 'string' || secret === '') {
      throw new TypeError("'endpoints' needs 'address' and 'secret'");
    }
    this.#endpoint = { address, secret };
    this.#isLost = false;
  }

  /** Another .NET process begins, of which nothing is known yet. */
  reset() {
    this.#endpoint = null;
    this.#isLost = false;
  }

  /** The connection to .NET has ended. */
  lose() {
    this.#isLost = this.#endpoint !== null;
  }
}

exports.EndpointLink = EndpointLink;
