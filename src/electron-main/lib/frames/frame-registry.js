'use strict';

const { clean } = require('../log-text');
const { KIND, jsonOf } = require('../messages');
const { takeSnapshot } = require('./sender-snapshot');

/**
 * @typedef {import('./sender-snapshot').SenderSnapshot} SenderSnapshot
 *
 * @typedef {object} FrameRecord What is kept of a frame.
 * @property {number} number
 * @property {number} contents
 * @property {number} processId
 * @property {number} frameId
 * @property {number} treeNode
 * @property {boolean} goesSilently Whether no event tells of its end: an iframe, or a document that is only unloading.
 * @property {string} announced The snapshot that .NET has, as it was sent; empty before the first.
 *
 * @typedef {object} Sender
 * @property {number} number
 * @property {SenderSnapshot} snapshot
 *
 * @typedef {'navigated' | 'removed' | 'crashed' | 'destroyed'} GoneReason
 *
 * @typedef {'did-frame-navigate' | 'did-navigate-in-page'} NavigationEvent Electron's events that tell of another address.
 */

const CONTROL_LANE = 0;

/** Numbers the frames: one number for a (processId, frameId), never used again. */
class FrameRegistry {
  #link;
  #onGone;
  #onRefused;
  /** @type {Map<number, FrameRecord>} */
  #records = new Map();
  /** @type {Map<string, FrameRecord>} */
  #byIds = new Map();
  #lastNumber = 0;

  /**
   * @param {import('../link').Link} link
   * @param {(number: number) => void} onGone
   * @param {(text: string) => void} onRefused Gets a sentence about a navigation of which .NET could not be told.
   */
  constructor(link, onGone, onRefused) {
    this.#link = link;
    this.#onGone = onGone;
    this.#onRefused = onRefused;
  }

  /**
   * Must be called while the event is dispatched.
   * @param {Electron.IpcMainEvent | Electron.IpcMainInvokeEvent} event
   * @returns {Sender | null} null if the sender is gone
   */
  identify(event) {
    const snapshot = takeSnapshot(event);
    return snapshot && this.#senderOf(snapshot);
  }

  /**
   * Tells .NET what a frame shows, whether or not the frame sends anything. In the order of the frame's messages and of all control messages,
   * so of all events. What is as small as control messages usually are is never refused. A larger one (a very long address) is refused while
   * too much waits: then the event is lost, which is reported, and the frame's next message or navigation tells its address.
   * @param {SenderSnapshot} snapshot
   * @param {NavigationEvent} [event] The event that .NET raises for it.
   */
  introduce(snapshot, event) {
    const sender = this.#senderOf(snapshot);
    const text = jsonOf(event === undefined ? snapshot : { ...snapshot, event });
    if (event === undefined && text === this.#records.get(sender.number)?.announced) {
      return;
    }
    const result = this.#send(sender, text, CONTROL_LANE);
    if (result === 'queue-full' || result === 'too-large') {
      const why = this.#link.explain(result, sender.number, Buffer.byteLength(text));
      this.#onRefused(`.NET was not told of the address '${clean(snapshot.url)}'${event === undefined ? '' : ` (${event})`}: ${why}.`);
    }
  }

  /**
   * Tells .NET who the sender of a message is, if it does not know yet or knows it differently. On the sender's own lane, so it arrives
   * before the message; a frame that is new to .NET also after the control messages about its window.
   * @param {Sender} sender
   * @returns {import('../link').SendResult}
   */
  announce(sender) {
    const text = jsonOf(sender.snapshot);
    const announced = this.#records.get(sender.number)?.announced;
    return text === announced ? 'queued' : this.#send(sender, text, announced === '' ? CONTROL_LANE : sender.number);
  }

  /** Whether there are frames that have to be looked at, since no event tells of their end. */
  get hasSilentFrames() {
    return [...this.#records.values()].some((record) => record.goesSilently);
  }

  /** The number of a frame; undefined if it has none yet. @param {{ processId: number, frameId: number }} ids */
  numberOf(ids) {
    return this.#byIds.get(keyOf(ids))?.number;
  }

  /** @param {number} number */
  find(number) {
    return this.#records.get(number);
  }

  /**
   * Forgets frames, and tells .NET, which gets what they have sent before.
   * @param {(record: FrameRecord) => boolean} isGone
   * @param {GoneReason} reason
   */
  remove(isGone, reason) {
    for (const record of this.#records.values()) {
      if (isGone(record)) {
        this.#records.delete(record.number);
        this.#byIds.delete(keyOf(record));
        this.#link.control({ type: 'frame-gone', frame: record.number, reason }, record.number);
        this.#onGone(record.number);
      }
    }
  }

  /** A restarted .NET process knows no frame yet. */
  forgetAnnouncements() {
    for (const record of this.#records.values()) {
      record.announced = '';
    }
  }

  /**
   * @param {Sender} sender
   * @param {string} text What is sent: the snapshot, which may have an event in addition.
   * @param {number} alsoIn
   */
  #send({ number, snapshot }, text, alsoIn) {
    const result = this.#link.send(KIND.frame, number, 0, [Buffer.from(text)], { alsoIn });
    const record = this.#records.get(number);
    if (result === 'queued' && record !== undefined) {
      record.announced = jsonOf(snapshot);
    }
    return result;
  }

  /** @param {SenderSnapshot} snapshot @returns {Sender} */
  #senderOf(snapshot) {
    return { number: this.#recordOf(snapshot).number, snapshot };
  }

  /** @param {SenderSnapshot} snapshot */
  #recordOf(snapshot) {
    const { contents, processId, frameId, treeNode, isMainFrame, detached } = snapshot;
    const known = this.#byIds.get(keyOf(snapshot));
    if (known !== undefined) {
      return known;
    }
    const goesSilently = !isMainFrame || detached;
    const record = { number: ++this.#lastNumber, contents, processId, frameId, treeNode, goesSilently, announced: '' };
    this.#records.set(record.number, record);
    this.#byIds.set(keyOf(record), record);
    return record;
  }
}

/** @param {{ processId: number, frameId: number }} ids */
function keyOf({ processId, frameId }) {
  return `${processId}/${frameId}`;
}

exports.FrameRegistry = FrameRegistry;
