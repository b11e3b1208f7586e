'use strict';

const { ipcMain } = require('electron');
const { LIMITS } = require('../limits');
const { hasListener, isHeardElsewhere } = require('./heard-elsewhere');

/** @typedef {'send' | 'sendSync' | 'postMessage' | 'invoke'} MessageKind */

/** By this the default preload reports what no event of Electron tells. An invoke, since no listener of the app can see one. */
const REPORT_CHANNEL = 'ipcapp:unheard';
/** How many channels of the app's own JavaScript are remembered, and named to .NET. */
const MAX_KNOWN = 1000;
const MAX_NAMED = 200;

/**
 * @typedef {object} Parts
 * @property {import('../link').Link} link
 * @property {import('./channel-bindings').ChannelBindings} bindings
 * @property {() => boolean} isDevelopment
 */

/**
 * Reports messages that nothing takes, in development, so that .NET can warn and name the channel that was meant: each channel of a window
 * once. What something has taken before, such as a listener for one time, is not reported.
 */
class UnheardMessages {
  /** @type {Set<string>} */
  #reported = new Set();
  /** Channels on which the app's own JavaScript has heard something. @type {Set<string>} */
  #heardElsewhere = new Set();
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Before any window is made. */
  listen() {
    ipcMain.handle(REPORT_CHANNEL, (event, kind, channel) => {
      if (this.#parts.isDevelopment() && typeof channel === 'string') {
        this.#check(event, kind, channel);
      }
    });
  }

  /** A restarted .NET process warns anew. */
  clear() {
    this.#reported.clear();
  }

  /** @param {Electron.WebContents} contents @param {(contents: number) => boolean} isWatched Whether .NET hears all sends of a window. */
  attach(contents, isWatched) {
    contents.on('ipc-message', (event, channel) => {
      if (!this.#parts.isDevelopment()) {
        return;
      }
      if (isHeardElsewhere(contents, event, channel, 'ipc-message')) {
        this.#remember(channel);
      } else if (!isWatched(contents.id)) {
        this.#report(contents, event.senderFrame, 'send', channel);
      }
    });
  }

  /** A sendSync that nothing answers. @param {Electron.WebContents} contents @param {Electron.IpcMainEvent} event @param {string} channel */
  unheardSync(contents, event, channel) {
    if (this.#parts.isDevelopment()) {
      this.#report(contents, event.senderFrame, 'sendSync', channel);
    }
  }

  /**
   * A preload says that an invoke was rejected, or that it is about to post a message.
   * @param {Electron.IpcMainInvokeEvent} event
   * @param {unknown} kind
   * @param {string} channel
   */
  #check({ sender, senderFrame }, kind, channel) {
    if (kind === 'invoke') {
      this.#report(sender, senderFrame, kind, channel);
    } else if (kind === 'postMessage') {
      if (hasListener(sender, senderFrame, channel)) {
        this.#remember(channel);
      } else {
        this.#report(sender, senderFrame, kind, channel);
      }
    }
  }

  /**
   * @param {Electron.WebContents} contents
   * @param {Electron.WebFrameMain | null} frame
   * @param {MessageKind} kind
   * @param {string} channel
   */
  #report(contents, frame, kind, channel) {
    const name = channel.slice(0, LIMITS.unheardNameLength);
    const key = `${contents.id} ${kind} ${name}`;
    const wasTaken = this.#parts.bindings.wasBound(channel, kind === 'invoke' ? 'invoke' : 'listen')
      || (kind !== 'invoke' && this.#heardElsewhere.has(channel));
    if (wasTaken || this.#reported.has(key) || this.#reported.size >= LIMITS.unheardReports) {
      return;
    }
    this.#reported.add(key);
    const url = frame === null || frame.isDestroyed() ? '' : frame.url;
    this.#parts.link.report({ type: 'unheard', kind, channel: name, contents: contents.id, url, listening: this.#listening() });
  }

  /** The channels that the app's own JavaScript listens on. */
  #listening() {
    return ipcMain.eventNames()
      .filter((name) => typeof name === 'string')
      .filter((name) => name !== 'error' && !this.#parts.bindings.isHeard(name))
      .slice(0, MAX_NAMED);
  }

  /** @param {string} channel */
  #remember(channel) {
    if (this.#heardElsewhere.size < MAX_KNOWN) {
      this.#heardElsewhere.add(channel);
    }
  }
}

exports.UnheardMessages = UnheardMessages;
