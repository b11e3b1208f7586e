'use strict';

const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { BridgeAddressError } = require('./errors');

const NAME = 'secret';
const BYTES = 32;

/** The single-use secret, in a file of the private directory that the other side deletes as it reads it. */
class SecretFile {
  #path;

  /** @param {string} directory */
  constructor(directory) {
    this.#path = path.join(directory, NAME);
  }

  get exists() {
    return fs.existsSync(this.#path);
  }

  /** Puts a new secret there; it appears complete or not at all. */
  write() {
    const secret = randomBytes(BYTES);
    const draft = `${this.#path}.${randomBytes(8).toString('hex')}`;
    try {
      fs.writeFileSync(draft, secret, { mode: 0o600, flag: 'wx' });
      fs.renameSync(draft, this.#path);
    } catch (error) {
      throw new BridgeAddressError(`The bridge's secret cannot be written (${/** @type {Error} */ (error).message}). `
        + 'Make room there, or use another directory.', { cause: error });
    }
    return secret;
  }

  remove() {
    fs.rmSync(this.#path, { force: true });
  }
}

exports.SecretFile = SecretFile;
