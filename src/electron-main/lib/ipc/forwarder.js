'use strict';

const { KIND, jsonOf, writeCall, writeNamedCall, writePostMessage } = require('../messages');
const { OWN_MAIN_FRAME } = require('../frames/sender-policy');
const { clean } = require('../log-text');
const { Failure, TEXT } = require('./failure');
const { kindOf } = require('./event-kind');

/**
 * @typedef {import('./channel-bindings').Channel} Channel
 * @typedef {import('../frames/frame-registry').Sender} Sender
 * @typedef {import('../frames/sender-snapshot').SenderSnapshot} Snapshot
 * @typedef {import('../frames/sender-policy').SenderPolicy} Policy
 *
 * @typedef {object} Parts
 * @property {import('../link').Link} link
 * @property {import('../log').Log} log
 * @property {import('./pending-calls').PendingCalls} pending
 * @property {import('../frames/frame-registry').FrameRegistry} frames
 * @property {import('../ports/port-table').PortTable} ports
 * @property {{ readonly current: import('../configuration').Configuration }} configuration
 * @property {(snapshot: Snapshot, policies: readonly Policy[]) => boolean} isAllowed
 * @property {(contents: Electron.WebContents) => void} onOverload
 */

/** Takes what pages send, decides whether it may pass, and passes it on to .NET; every refusal is answered here and now. */
class Forwarder {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * @param {Channel} channel
   * @param {Electron.IpcMainInvokeEvent} event
   * @param {unknown[]} args
   * @returns {Promise<unknown>}
   * @throws {Failure} which Electron turns into the page's rejection
   */
  invoke(channel, event, args) {
    const sender = this.#admit(channel, channel.invokeFrom, event);
    const limit = this.#parts.configuration.current.limits.maxPendingInvokesPerFrame;
    if (this.#parts.pending.invokesOf(sender.number) >= limit) {
      throw this.#overload(event, TEXT.tooManyInvokes(limit));
    }
    const payload = this.#encode(event, () => writeCall(channel.number, args));
    return new Promise((resolve, reject) => {
      this.#call(KIND.invoke, sender, payload, {
        kind: 'invoke',
        frame: sender.number,
        succeed: resolve,
        fail: (text, isTold) => reject(new Failure(text, isTold)),
        // Settled, so that Electron lets go of its reply object; the page that would read it is gone.
        abandon: () => resolve(undefined),
      });
    });
  }

  /**
   * @param {Channel} channel
   * @param {Electron.IpcMainEvent} event
   * @param {unknown[]} args
   */
  message(channel, event, args) {
    switch (kindOf(event)) {
      case 'sendSync': return this.#sendSync(channel, event, () => writeCall(channel.number, args));
      case 'postMessage': return this.#postMessage(channel, event, args[0]);
      case 'send': return this.#send(KIND.send, channel, event, () => writeCall(channel.number, args));
    }
  }

  /**
   * A send or sendSync on a channel that .NET does not listen on, for the subscribers of the window's own event (S32, S33).
   * @param {string} name
   * @param {Electron.IpcMainEvent} event
   * @param {unknown[]} args
   * @param {boolean} isAnsweredElsewhere Whether the app's own JavaScript listens too: then only a value answers from here, no failure.
   */
  unbound(name, event, args, isAnsweredElsewhere) {
    const channel = { name, number: 0, invokeFrom: OWN_MAIN_FRAME, listenFrom: OWN_MAIN_FRAME };
    const write = () => writeNamedCall(name, args);
    if (kindOf(event) === 'sendSync') {
      this.#sendSync(channel, event, write, isAnsweredElsewhere);
    } else {
      this.#send(KIND.send, channel, event, write);
    }
  }

  /**
   * @param {Channel} channel
   * @param {Electron.IpcMainEvent} event
   * @param {() => Buffer[]} write
   * @param {boolean} [isAnsweredElsewhere]
   */
  #sendSync(channel, event, write, isAnsweredElsewhere = false) {
    /** @param {unknown} value */
    const answer = (value) => { event.returnValue = value; };
    /** @param {string} text */
    const fail = (text) => {
      if (!isAnsweredElsewhere) {
        answer({ error: text });
      }
    };
    if (!this.#parts.link.isConnected) {
      return fail(TEXT.neverSent);
    }
    try {
      const sender = this.#admit(channel, channel.listenFrom, event);
      const payload = this.#encode(event, write);
      /** @type {NodeJS.Timeout | undefined} */
      let deadline;
      const id = this.#call(KIND.sendSync, sender, payload, {
        kind: 'sendSync',
        frame: sender.number,
        succeed: (value) => { clearTimeout(deadline); answer(value); },
        fail: (text) => { clearTimeout(deadline); fail(text); },
        abandon: () => clearTimeout(deadline),
      });
      deadline = id === null ? undefined : this.#startDeadline(id);
    } catch (error) {
      fail(String(error));
    }
  }

  /** A page without an answer would be frozen for good (S71). @param {number} id */
  #startDeadline(id) {
    const { syncDeadlineMs } = this.#parts.configuration.current;
    if (syncDeadlineMs === 0) {
      return undefined;
    }
    return setTimeout(() => this.#parts.pending.take(id)?.fail(TEXT.neverSent), syncDeadlineMs);
  }

  /** @param {Channel} channel @param {Electron.IpcMainEvent} event @param {unknown} message */
  #postMessage(channel, event, message) {
    const { ports } = this.#parts;
    const numbers = ports.adopt(event.ports);
    if (!this.#send(KIND.postMessage, channel, event, () => writePostMessage(channel.number, numbers, message))) {
      ports.discard(numbers);
    }
  }

  /**
   * A message without an answer: what cannot pass is dropped.
   * @param {number} kind
   * @param {Channel} channel
   * @param {Electron.IpcMainEvent} event
   * @param {() => Buffer[]} write
   * @returns {boolean} whether it is on its way
   */
  #send(kind, channel, event, write) {
    try {
      const sender = this.#admit(channel, channel.listenFrom, event);
      const payload = this.#encode(event, write);
      this.#post(kind, sender, 0, payload);
      return true;
    } catch (error) {
      this.#drop(channel, String(error));
      return false;
    }
  }

  /** Pages can make up names of channels that .NET has not bound, so those are counted together. @param {Channel} channel @param {string} reason */
  #drop({ name, number }, reason) {
    // Both have their own line already: the refusal of the sender, and the loss of .NET.
    if (reason !== TEXT.notAllowed(name) && reason !== TEXT.notRunning) {
      this.#parts.log.counted('warning', 'dropped', number === 0 ? '' : name, `A message on '${clean(name)}' was dropped: ${reason}`);
    }
  }

  /**
   * Who sent it, if they may. Without a sender frame there is nothing to decide on, so it is refused (S97).
   * @param {Channel} channel
   * @param {readonly Policy[]} policies
   * @param {Electron.IpcMainEvent | Electron.IpcMainInvokeEvent} event
   * @returns {Sender}
   */
  #admit({ name, number }, policies, event) {
    const { link, frames, isAllowed, log } = this.#parts;
    const sender = frames.identify(event);
    if (sender === null || !isAllowed(sender.snapshot, policies)) {
      const origin = sender?.snapshot.origin ?? 'a frame that is gone';
      // A page can make up any number of names; only those that .NET has bound are told apart.
      log.counted('warning', 'refused', `${number} ${origin}`, `Refused a message on '${clean(name)}' from ${describe(sender)}.`);
      throw new Failure(TEXT.notAllowed(name), true);
    }
    if (!link.isConnected) {
      throw new Failure(TEXT.notRunning);
    }
    return sender;
  }

  /** @param {Electron.IpcMainEvent | Electron.IpcMainInvokeEvent} event @param {() => Buffer[]} write */
  #encode(event, write) {
    let payload;
    try {
      payload = write();
    } catch (error) {
      throw error instanceof Failure ? error : new Failure(TEXT.notCloneable);
    }
    const { maxMessageBytes } = this.#parts.configuration.current.limits;
    const bytes = sizeOf(payload);
    if (bytes > maxMessageBytes) {
      throw this.#overload(event, TEXT.tooLarge(bytes, maxMessageBytes));
    }
    return payload;
  }

  /**
   * Puts a call into the table and on its way. A call that could not leave is answered before this returns.
   * @param {number} kind
   * @param {Sender} sender
   * @param {Buffer[]} payload
   * @param {import('./pending-calls').PendingCall} call
   * @returns {number | null} its id, or null if it was answered
   */
  #call(kind, sender, payload, call) {
    const id = this.#parts.pending.add(call);
    try {
      this.#post(kind, sender, id, payload);
      return id;
    } catch (error) {
      this.#parts.pending.take(id)?.fail(String(error));
      return null;
    }
  }

  /** @param {number} kind @param {Sender} sender @param {number} id @param {Buffer[]} payload */
  #post(kind, sender, id, payload) {
    const { link, frames } = this.#parts;
    const announced = frames.announce(sender);
    if (announced !== 'queued') {
      throw this.#refused(announced, sender, Buffer.byteLength(jsonOf(sender.snapshot)), 'what is told of the sender: ');
    }
    const result = link.send(kind, sender.number, id, payload);
    if (result !== 'queued') {
      throw this.#refused(result, sender, sizeOf(payload), '');
    }
  }

  /**
   * @param {Exclude<import('../link').SendResult, 'queued'>} result
   * @param {Sender} sender
   * @param {number} bytes
   * @param {string} what Which message, if it is not the page's own.
   */
  #refused(result, sender, bytes, what) {
    if (result === 'closed') {
      return new Failure(TEXT.notRunning);
    }
    const why = what + this.#parts.link.explain(result, sender.number, bytes);
    return new Failure(result === 'queue-full' ? TEXT.queueFull(why) : TEXT.tooLargeForBridge(why));
  }

  /** @param {Electron.IpcMainEvent | Electron.IpcMainInvokeEvent} event @param {string} text */
  #overload(event, text) {
    this.#parts.log.counted('warning', 'overload', String(event.sender.id), `A page (web contents ${event.sender.id}) went over a limit. ${text}`);
    if (this.#parts.configuration.current.limits.closeWindowOnOverload) {
      this.#parts.onOverload(event.sender);
    }
    return new Failure(text, true);
  }
}

/** @param {Buffer[]} payload */
function sizeOf(payload) {
  return payload.reduce((sum, part) => sum + part.length, 0);
}

/** @param {Sender | null} sender */
function describe(sender) {
  if (sender === null) {
    return 'a frame that is gone';
  }
  const { origin, isMainFrame } = sender.snapshot;
  return `${isMainFrame ? 'a page' : 'an iframe'} of the origin '${clean(origin)}'`;
}

exports.Forwarder = Forwarder;
