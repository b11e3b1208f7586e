'use strict';

const { KIND, TARGET, writeJson } = require('../../lib/messages');
const { ENTRY } = require('../../lib/ports/port-wire');
const values = require('../../lib/values');
const { connectPeer } = require('./peer');

/**
 * @typedef {object} Call A message of a page, as .NET gets it.
 * @property {'invoke' | 'send' | 'sendSync' | 'postMessage'} kind
 * @property {string} channel
 * @property {number} frame
 * @property {number} id
 * @property {any} args The arguments; for a postMessage the message.
 * @property {number[]} ports
 * @property {any} sender
 */

const CALL_KINDS = new Map(/** @type {[number, Call['kind']][]} */ ([
  [KIND.invoke, 'invoke'], [KIND.send, 'send'], [KIND.sendSync, 'sendSync'], [KIND.postMessage, 'postMessage'],
]));
/** Ports in a message of the host: how many, and the number of each. */
const COUNT_BYTES = 2;
const NUMBER_BYTES = 4;

/**
 * A port in a message of .NET: the far end of a channel, or the end kept under its number.
 * @typedef {{ number: number, isKept?: boolean, sent?: number }} PortEntry
 *
 * @param {PortEntry[]} entries
 */
function writeEntries(entries) {
  const count = Buffer.alloc(2);
  count.writeUInt16LE(entries.length);
  return Buffer.concat([count, ...entries.map(({ number, isKept = false, sent = 0 }) => {
    const entry = Buffer.alloc(9);
    entry.writeUInt8(isKept ? ENTRY.keptEnd : ENTRY.farEnd, 0);
    entry.writeUInt32LE(number, 1);
    entry.writeUInt32LE(sent, 5);
    return entry;
  })]);
}

/** @param {Buffer} payload */
function readNumbers(payload) {
  const numbers = Array.from({ length: payload.readUInt16LE() }, (_, index) => payload.readUInt32LE(COUNT_BYTES + index * NUMBER_BYTES));
  return { numbers, content: payload.subarray(COUNT_BYTES + numbers.length * NUMBER_BYTES) };
}

/** Control messages have a type, and some of them a channel. @param {any} item @param {string} channel */
function isCall(item, channel) {
  return item.channel === channel && item.kind !== undefined && item.type === undefined;
}

/** A channel that has no number. @param {Buffer} payload */
function readName(payload) {
  const end = 6 + payload.readUInt16LE(4);
  return { channel: payload.toString('utf8', 6, end), end };
}

/** Plays .NET: a queue of what the host says, and the means to answer. */
class MainProcess {
  #peer;
  /** @type {Map<number, any>} */
  #senders = new Map();
  /** @type {Map<number, string>} */
  #channels = new Map();
  /** All that has come, in order. @type {any[]} */
  arrived = [];
  /** @type {any[]} */
  #queue = [];
  /** @type {{ matches: (item: any) => boolean, resolve: (item: any) => void }[]} */
  #waiting = [];
  #lastCall = 0;
  /** Answers calls by themselves, by channel. @type {Map<string, (call: Call) => void>} */
  answers = new Map();
  /** @type {Promise<import('../../lib/bridge/connection').CloseReason>} */
  closed;

  /** @param {Awaited<ReturnType<typeof connectPeer>>} peer */
  constructor(peer) {
    this.#peer = peer;
    this.closed = peer.connection.closed;
    peer.connection.start({ onMessage: (kind, lane, id, payload) => this.#receive(kind, lane, id, payload), onClose() {} });
  }

  /** @param {string} directory */
  static async connect(directory) {
    return new MainProcess(await connectPeer(directory));
  }

  /** @param {string} type @param {object} content */
  control(type, content = {}) {
    this.#peer.connection.send(KIND.control, 0, 0, writeJson({ type, ...content }));
  }

  /** Asks for an action and waits for its result. @param {string} action @param {object} [args] @returns {Promise<any>} */
  async ask(action, args = {}) {
    const call = ++this.#lastCall;
    this.control('call', { call, action, arguments: args });
    const { value, error } = await this.#next((item) => item.type === 'result' && item.call === call);
    if (error !== undefined) {
      throw new Error(error);
    }
    return value;
  }

  /** Asks for an action without waiting for its end. @param {string} action @param {object} args */
  tell(action, args) {
    this.control('call', { call: 0, action, arguments: args });
  }

  /** @param {string} channel @param {{ invoke?: boolean, listen?: boolean, invokeFrom?: object[], listenFrom?: object[] }} wanted */
  bind(channel, wanted) {
    const known = [...this.#channels].find(([, name]) => name === channel);
    const number = known?.[0] ?? this.#channels.size + 1;
    this.#channels.set(number, channel);
    this.control('bind', { channel, number, invoke: false, listen: false, ...wanted });
  }

  /** Waits until the host has carried out what was sent before. @param {string} window The name of one that is open. */
  async settled(window) {
    this.control('window', { name: window });
    await this.nextControl('window-created');
  }

  /** @param {number} id @param {unknown} value */
  reply(id, value) {
    this.#peer.connection.send(KIND.reply, 0, id, [Buffer.from([0]), ...values.encode(value)], { unlaned: true });
  }

  /** @param {number} id @param {string} text */
  fail(id, text) {
    this.#peer.connection.send(KIND.reply, 0, id, Buffer.concat([Buffer.from([1]), Buffer.from(text)]), { unlaned: true });
  }

  /** @param {'mainFrame' | 'frame'} target @param {number} id @param {string} channel @param {unknown[]} args */
  emit(target, id, channel, ...args) {
    const name = Buffer.from(channel);
    const head = Buffer.alloc(7);
    head.writeUInt8(TARGET[target], 0);
    head.writeUInt32LE(id, 1);
    head.writeUInt16LE(name.length, 5);
    this.#peer.connection.send(KIND.emit, 0, 0, [head, name, ...values.encode(args)]);
  }

  /**
   * @param {'mainFrame' | 'frame'} target
   * @param {number} id
   * @param {{ channel: string, message?: unknown, lane?: number, ports?: PortEntry[] }} content
   */
  post(target, id, { channel, message = null, lane = 0, ports = [] }) {
    const name = Buffer.from(channel);
    const head = Buffer.alloc(7);
    head.writeUInt8(TARGET[target], 0);
    head.writeUInt32LE(id, 1);
    head.writeUInt16LE(name.length, 5);
    this.#peer.connection.send(KIND.post, lane, 0, [head, name, writeEntries(ports), ...values.encode(message)]);
  }

  /** @param {number} number @param {unknown} data @param {PortEntry[]} ports */
  postOn(number, data, ...ports) {
    this.#peer.connection.send(KIND.portMessage, number, 0, [writeEntries(ports), ...values.encode(data)]);
  }

  /** @param {number} number */
  startPort(number) {
    this.#peer.connection.send(KIND.portStart, number, 0, []);
  }

  /** @param {number} number */
  closePort(number) {
    this.#peer.connection.send(KIND.portClose, number, 0, []);
  }

  /** What comes next on a port. @param {number} number @returns {Promise<{ data: any, ports: number[] }>} */
  nextOn(number) {
    return this.#next((item) => item.port === number);
  }

  /** @param {number} number */
  portClosed(number) {
    return this.#next((item) => item.closedPort === number);
  }

  /** Reads nothing until `resume`, so that what the host sends waits there. */
  pause() {
    this.#peer.socket.pause();
  }

  resume() {
    this.#peer.socket.resume();
  }

  /** Vanishes as a killed process does. */
  kill() {
    this.#peer.socket.destroy();
  }

  /** Sends a frame whose length is not possible. */
  breakProtocol() {
    this.#peer.socket.write(Buffer.alloc(16));
  }

  close() {
    return this.#peer.connection.close();
  }

  /** The next control message of a type, of those that nobody has taken yet. @param {string} type @returns {Promise<any>} */
  nextControl(type) {
    return this.#next((item) => item.type === type);
  }

  /** The report of a message that nothing takes. @param {string} kind @param {string} channel @returns {Promise<any>} */
  nextReport(kind, channel) {
    return this.#next((item) => item.type === 'unheard' && item.kind === kind && item.channel === channel);
  }

  /** The next snapshot of a frame with this address. @param {string} url @returns {Promise<any>} */
  async nextSnapshot(url) {
    return (await this.#next((item) => item.snapshot?.url === url)).snapshot;
  }

  /** @param {string} channel @returns {Promise<Call>} */
  nextCall(channel) {
    return this.#next((item) => isCall(item, channel));
  }

  /** What of this kind has come and was not taken. @param {string} channel */
  callsLeft(channel) {
    return this.#queue.filter((item) => isCall(item, channel));
  }

  /** The control messages of a type that have come and were not taken. @param {string} type */
  controlsLeft(type) {
    return this.#queue.filter((item) => item.type === type);
  }

  /** @param {(item: any) => boolean} matches @returns {Promise<any>} */
  #next(matches) {
    const at = this.#queue.findIndex(matches);
    if (at >= 0) {
      return Promise.resolve(this.#queue.splice(at, 1)[0]);
    }
    return new Promise((resolve) => { this.#waiting.push({ matches, resolve }); });
  }

  /** @param {number} kind @param {number} lane @param {number} id @param {Buffer} payload */
  #receive(kind, lane, id, payload) {
    if (kind === KIND.control) {
      this.#deliver(JSON.parse(payload.toString()));
    } else if (kind === KIND.frame) {
      const snapshot = JSON.parse(payload.toString());
      this.#senders.set(lane, snapshot);
      this.#deliver({ snapshot });
    } else if (kind === KIND.portMessage) {
      const { numbers, content } = readNumbers(payload);
      this.#deliver({ port: lane, data: values.decode(content), ports: numbers });
    } else if (kind === KIND.portClose) {
      this.#deliver({ closedPort: lane });
    } else {
      this.#receiveCall(/** @type {Call['kind']} */ (CALL_KINDS.get(kind)), lane, id, payload);
    }
  }

  /** @param {Call['kind']} kind @param {number} lane @param {number} id @param {Buffer} payload */
  #receiveCall(kind, lane, id, payload) {
    const number = payload.readUInt32LE();
    const { channel, end } = number === 0 ? readName(payload) : { channel: /** @type {string} */ (this.#channels.get(number)), end: 4 };
    const rest = payload.subarray(end);
    const { numbers, content } = kind === 'postMessage' ? readNumbers(rest) : { numbers: [], content: rest };
    const call = { kind, channel, frame: lane, id, args: values.decode(content), ports: numbers, sender: this.#senders.get(lane) };
    const answer = this.answers.get(channel);
    if (answer) {
      answer(call);
    } else {
      this.#deliver(call);
    }
  }

  /** @param {any} item */
  #deliver(item) {
    this.arrived.push(item);
    const at = this.#waiting.findIndex(({ matches }) => matches(item));
    if (at >= 0) {
      this.#waiting.splice(at, 1)[0]?.resolve(item);
    } else {
      this.#queue.push(item);
    }
  }
}

exports.MainProcess = MainProcess;
