'use strict';

const { isHeardElsewhere } = require('./heard-elsewhere');

/**
 * A window's own events `ipc-message` and `ipc-message-sync` come before every listener (S32, S33). .NET raises them itself for the
 * channels it listens on; what comes on others is forwarded from here while .NET has subscribers for it.
 */
class WindowMessages {
  #isHeard;
  #forward;
  /** @type {Map<number, { send: boolean, sendSync: boolean }>} */
  #watched = new Map();

  /**
   * @param {(channel: string) => boolean} isHeard Whether .NET listens on the channel.
   * @param {(channel: string, event: Electron.IpcMainEvent, args: unknown[], isAnsweredElsewhere: boolean) => void} forward
   *   `isAnsweredElsewhere`: the app's own JavaScript listens too, and its answer must not be forestalled by a failure.
   */
  constructor(isHeard, forward) {
    this.#isHeard = isHeard;
    this.#forward = forward;
  }

  /** @param {number} contents @param {{ send: boolean, sendSync: boolean }} wanted */
  watch(contents, { send, sendSync }) {
    if (send || sendSync) {
      this.#watched.set(contents, { send, sendSync });
    } else {
      this.#watched.delete(contents);
    }
  }

  /** A restarted .NET process has subscribed to nothing yet. */
  clear() {
    this.#watched.clear();
  }

  /** Whether .NET hears every send of a window. @param {number} contents */
  hearsSends(contents) {
    return this.#watched.get(contents)?.send === true;
  }

  /** @param {number} contents @param {string} channel Whether a sendSync on it will be answered from here. */
  answersSync(contents, channel) {
    return this.#watched.get(contents)?.sendSync === true && !this.#isHeard(channel);
  }

  /** @param {Electron.WebContents} contents */
  attach(contents) {
    const { id } = contents;
    contents.on('ipc-message', (event, channel, ...args) => {
      if (this.#watched.get(id)?.send === true && !this.#isHeard(channel)) {
        this.#forward(channel, event, args, false);
      }
    });
    contents.on('ipc-message-sync', (event, channel, ...args) => {
      if (this.answersSync(id, channel)) {
        this.#forward(channel, event, args, isHeardElsewhere(contents, event, channel));
      }
    });
    contents.once('destroyed', () => this.#watched.delete(id));
  }
}

exports.WindowMessages = WindowMessages;
