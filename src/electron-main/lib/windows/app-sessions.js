'use strict';

const { app, session } = require('electron');

const PRELOAD_ID = 'ipcapp';

/**
 * @typedef {object} SessionParts
 * @property {string} scheme
 * @property {string} preload
 * @property {(request: Request) => Promise<Response>} answer
 */

/** All sessions: each knows the app's scheme and has the default preload, beside whatever preload the app adds. */
class AppSessions {
  /** @type {WeakSet<Electron.Session>} */
  #prepared = new WeakSet();
  #parts;

  /** @param {SessionParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * Prepares each session when it is made, and the default one when Electron is ready, since nothing handles a scheme before. To be called
   * before the app's own JavaScript waits for either: listeners are called in the order in which they came.
   */
  watch() {
    app.on('session-created', (made) => {
      if (app.isReady()) {
        this.prepare(made);
      }
    });
    // Whichever comes first.
    app.once('ready', () => this.get(undefined));
    app.whenReady().then(() => this.get(undefined));
  }

  /** @param {string | undefined} partition @returns {Electron.Session} */
  get(partition) {
    const found = partition ? session.fromPartition(partition) : session.defaultSession;
    this.prepare(found);
    return found;
  }

  /** Electron is ready. @param {Electron.Session} each */
  prepare(each) {
    if (!this.#prepared.has(each)) {
      this.#prepared.add(each);
      each.protocol.handle(this.#parts.scheme, this.#parts.answer);
      each.registerPreloadScript({ type: 'frame', id: PRELOAD_ID, filePath: this.#parts.preload });
    }
  }
}

exports.AppSessions = AppSessions;
