'use strict';

const { MessageChannelMain } = require('electron');
const { Failure, TEXT } = require('../ipc/failure');
const { KIND } = require('../messages');
const { firstLine } = require('../start/setup-error');
const values = require('../values');
const { NET_NUMBER, HOST_NUMBER, readEntries, writePortMessage } = require('./port-wire');

/**
 * A channel between .NET and this process.
 * @typedef {object} PortRecord
 * @property {number} number
 * @property {Electron.MessagePortMain | null} kept The end that speaks for .NET; null once it is closed or handed over.
 * @property {Electron.MessagePortMain | null} far The other end of a channel of .NET's, until a message takes it along.
 * @property {number} arrived How many messages of .NET have been posted on it.
 * @property {boolean} isOver Whether .NET has named the number for the last time, but for the far end.
 *
 * @typedef {object} Parts
 * @property {import('../link').Link} link
 * @property {import('../log').Log} log
 * @property {() => number} maxMessageBytes
 */

/**
 * The real ports that stand behind .NET's, by number. .NET's numbers begin to exist when they are first mentioned, in whatever message
 * that is: lanes overtake each other.
 */
class PortTable {
  #parts;
  /** @type {Map<number, PortRecord>} */
  #records = new Map();
  #last = 0;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  get size() {
    return this.#records.size;
  }

  /** How many messages on a port have been carried out. What is not known holds nothing up. @param {number} number */
  arrivedOn(number) {
    return this.#mention(number)?.arrived ?? Infinity;
  }

  /**
   * Numbers ports that came from a page. They are not started before .NET says so, so nothing can come before .NET knows them (S134).
   * @param {Electron.MessagePortMain[]} ports
   */
  adopt(ports) {
    return ports.map((port) => this.#keep(HOST_NUMBER + ++this.#last, port, null).number);
  }

  /** Closes ports of which .NET could not be told. @param {number[]} numbers */
  discard(numbers) {
    numbers.forEach((number) => this.close(number));
  }

  /**
   * The port that .NET hands over; it leaves the table.
   * @param {import('./port-wire').PortEntry} entry
   * @returns {Electron.MessagePortMain}
   */
  claim({ isKept, number }) {
    const record = this.#mention(number);
    const port = (isKept ? record?.kept : record?.far) ?? closedPort();
    if (record !== undefined) {
      if (isKept) {
        record.kept = null;
        record.isOver = true;
      } else {
        record.far = null;
      }
      this.#forgetIfOver(record);
    }
    return port;
  }

  /** A message of .NET on a port. @param {number} number @param {Buffer} payload */
  post(number, payload) {
    /** @type {Electron.MessagePortMain[]} */
    let ports = [];
    const record = this.#mention(number);
    try {
      const { entries, content } = readEntries(payload);
      ports = entries.map((entry) => this.claim(entry));
      if (record?.kept) {
        record.kept.postMessage(values.decode(content), ports);
      } else {
        ports.forEach((port) => port.close());
      }
    } catch (error) {
      ports.forEach((port) => port.close());
      this.#parts.log.counted('warning', 'port-of-net', '', `A message of .NET on a port was dropped: ${firstLine(error)}`);
    } finally {
      if (record) record.arrived++;
    }
  }

  /** @param {number} number */
  start(number) {
    this.#mention(number)?.kept?.start();
  }

  /** .NET's end is closed: the number is out of use. @param {number} number */
  close(number) {
    const record = this.#mention(number);
    if (record !== undefined) {
      const { kept } = record;
      record.kept = null;
      record.isOver = true;
      kept?.close();
      this.#forgetIfOver(record);
    }
  }

  /** .NET is gone, and its ends with it. */
  clear() {
    for (const { kept, far } of this.#records.values()) {
      kept?.close();
      far?.close();
    }
    this.#records.clear();
  }

  /** @param {number} number */
  #mention(number) {
    const known = this.#records.get(number);
    if (known !== undefined || number < NET_NUMBER) {
      return known;
    }
    const { port1, port2 } = new MessageChannelMain();
    return this.#keep(number, port1, port2);
  }

  /** @param {number} number @param {Electron.MessagePortMain} kept @param {Electron.MessagePortMain | null} far */
  #keep(number, kept, far) {
    /** @type {PortRecord} */
    const record = { number, kept, far, arrived: 0, isOver: false };
    this.#records.set(number, record);
    kept.on('message', ({ data, ports }) => this.#forward(number, data, ports));
    kept.on('close', () => {
      // A port that was closed here, or handed over, is .NET's no more.
      if (record.kept === kept) {
        record.kept = null;
        this.#parts.link.send(KIND.portClose, number, 0, []);
      }
    });
    return record;
  }

  /**
   * A page's message. What cannot pass is dropped, and its ports close.
   * @param {number} number
   * @param {unknown} data
   * @param {Electron.MessagePortMain[]} ports
   */
  #forward(number, data, ports) {
    const numbers = this.adopt(ports);
    const problem = this.#send(number, numbers, data);
    if (problem !== null) {
      this.discard(numbers);
      const key = problem.replace(/\d+/g, ''); // the same for messages of any size
      this.#parts.log.counted('warning', 'port', key, `A message on a port was dropped: ${problem}`);
    }
  }

  /** @param {number} number @param {number[]} numbers @param {unknown} data @returns {string | null} why it did not pass */
  #send(number, numbers, data) {
    try {
      const payload = writePortMessage(numbers, data);
      const bytes = payload.reduce((sum, part) => sum + part.length, 0);
      const limit = this.#parts.maxMessageBytes();
      if (bytes > limit) {
        return TEXT.tooLarge(bytes, limit);
      }
      const { link } = this.#parts;
      const result = link.send(KIND.portMessage, number, 0, payload);
      switch (result) {
        case 'too-large': return TEXT.tooLargeForBridge(link.explain(result, number, bytes));
        case 'queue-full': return TEXT.queueFull(link.explain(result, number, bytes));
        default: return null; // without a connection it is not missed
      }
    } catch (error) {
      return error instanceof Failure ? error.text : firstLine(error);
    }
  }

  /** @param {PortRecord} record */
  #forgetIfOver(record) {
    if (record.isOver && record.far === null) {
      this.#records.delete(record.number);
    }
  }
}

/** A port whose other end has closed: for a receiver who must hear of that. */
function closedPort() {
  const { port1, port2 } = new MessageChannelMain();
  port1.close();
  return port2;
}

exports.PortTable = PortTable;
