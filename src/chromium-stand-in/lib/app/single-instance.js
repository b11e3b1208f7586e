'use strict';
const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const { randomUUID } = require('node:crypto');
const { isRunning } = require('../browser/profile');
const { atExit } = require('./exit');

const lockName = 'ipcapp-instance.pid';
const inboxName = 'ipcapp-second-instances';

/**
 * One instance for each userData folder: a file with the owner's process id, and a folder in which later instances leave a note.
 *
 * Events: `second-instance` (argv, workingDirectory, additionalData).
 */
class SingleInstance extends EventEmitter {
  #folderOf;
  /** @type {string | undefined} */ #lock;
  /** @type {fs.FSWatcher | undefined} */ #watcher;

  /** @param {() => string} folderOf */
  constructor(folderOf) {
    super();
    this.#folderOf = folderOf;
  }

  get held() {
    return this.#lock !== undefined;
  }

  /** @param {Record<string, unknown>} [additionalData] */
  request(additionalData = {}) {
    if (this.held) return true;
    const folder = this.#folderOf();
    const inbox = path.join(folder, inboxName);
    fs.mkdirSync(inbox, { recursive: true });
    const lock = path.join(folder, lockName);
    if (!this.#acquire(lock)) {
      this.#leaveNote(inbox, additionalData);
      return false;
    }
    this.#lock = lock;
    atExit(() => this.release());
    for (const stale of fs.readdirSync(inbox)) fs.rmSync(path.join(inbox, stale), { force: true });
    this.#watcher = fs.watch(inbox, { persistent: false }, (_kind, name) => {
      if (name?.endsWith('.json')) this.#read(path.join(inbox, name));
    });
    return true;
  }

  release() {
    if (this.#lock) fs.rmSync(this.#lock, { force: true });
    this.#lock = undefined;
    this.#watcher?.close();
  }

  /** @param {string} lock @returns {boolean} */
  #acquire(lock) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (isRunning(Number(fs.readFileSync(lock, 'utf8')) || process.pid)) return false;
    fs.rmSync(lock, { force: true }); // of a process that was killed
    return this.#acquire(lock);
  }

  /** @param {string} inbox @param {Record<string, unknown>} additionalData */
  #leaveNote(inbox, additionalData) {
    const name = path.join(inbox, randomUUID());
    fs.writeFileSync(name, JSON.stringify({ argv: process.argv, workingDirectory: process.cwd(), additionalData }));
    fs.renameSync(name, `${name}.json`); // appears whole
  }

  /** @param {string} file */
  #read(file) {
    let note;
    try {
      note = JSON.parse(fs.readFileSync(file, 'utf8'));
      fs.rmSync(file, { force: true });
    } catch {
      return; // the watcher tells of the removal, too
    }
    this.emit('second-instance', note.argv, note.workingDirectory, note.additionalData);
  }
}

exports.SingleInstance = SingleInstance;
