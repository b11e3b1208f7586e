'use strict';

const { session } = require('electron');

const PRELOAD_ID = 'ipcapp';

/**
 * @typedef {object} SessionParts
 * @property {string} scheme
 * @property {string} preload
 * @property {(request: Request) => Promise<Response>} answer
 */

/** The sessions of the app's windows: each knows the app's scheme and has the default preload, beside whatever preload the app adds. */
class AppSessions {
  /** @type {WeakSet<Electron.Session>} */
  #prepared = new WeakSet();
  #parts;

  /** @param {SessionParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {string | undefined} partition @returns {Electron.Session} */
  get(partition) {
    const found = partition ? session.fromPartition(partition) : session.defaultSession;
    this.prepare(found);
    return found;
  }

  /** @param {Electron.Session} each */
  prepare(each) {
    if (!this.#prepared.has(each)) {
      this.#prepared.add(each);
      each.protocol.handle(this.#parts.scheme, this.#parts.answer);
      each.registerPreloadScript({ type: 'frame', id: PRELOAD_ID, filePath: this.#parts.preload });
    }
  }
}

exports.AppSessions = AppSessions;
