'use strict';

const { isDeepStrictEqual } = require('node:util');
const { KIND, writeCall, writeJson, readReply } = require('../../../src/electron-main/lib/messages');
const { Caller } = require('./caller');

const FRAME = 1;
const SNAPSHOT = {
  contents: 1, processId: 1, frameId: 1, treeNode: 1, token: '', url: 'app://local/', origin: 'app://local', name: '', isMainFrame: true,
  detached: false, parents: [],
};

/** The .NET main process with its handlers, for a host without windows. One page is pretended, the main frame of the first window. */
class MeasuredApp {
  #caller;
  /** @type {Map<string, number>} */
  #channels = new Map();
  #opened = () => {};
  /** Settles when .NET has bound its channels and asks for its window. @type {Promise<void>} */
  #ready = new Promise((resolve) => { this.#opened = resolve; });

  /** @param {import('./caller').Connection} connection @param {(code: number) => void} onEnd */
  constructor(connection, onEnd) {
    this.#caller = new Caller(connection, KIND.invoke, (_kind, payload) => this.#control(payload, onEnd), () => onEnd(1));
    connection.send(KIND.frame, FRAME, 0, writeJson(SNAPSHOT));
  }

  /** @param {import('./caller').Connection} connection @param {(code: number) => void} onEnd */
  static async start(connection, onEnd) {
    const app = new MeasuredApp(connection, onEnd);
    await app.#ready;
    return app;
  }

  /** The bytes of a call. @param {string} channel @param {unknown[]} args */
  payloadOf(channel, ...args) {
    const number = this.#channels.get(channel);
    if (number === undefined) {
      throw new Error(`The app has not bound '${channel}'.`);
    }
    return Buffer.concat(writeCall(number, args));
  }

  /** @param {string} channel @param {unknown[]} args @returns {Promise<any>} */
  invoke(channel, ...args) {
    return this.#caller.ask(FRAME, this.payloadOf(channel, ...args), (answer) => {
      const reply = readReply(answer);
      if (reply.failed) {
        throw new Error(`'${channel}' failed: ${reply.text}`);
      }
      return reply.value;
    });
  }

  /** @param {string} channel @param {unknown} argument @param {unknown} expected */
  async check(channel, argument, expected) {
    const answer = await this.invoke(channel, argument);
    if (!isDeepStrictEqual(answer, expected)) {
      throw new Error(`'${channel}' gave a wrong answer.`);
    }
  }

  /** Neither writes nor reads a value: only the way there and back is timed. @param {Buffer} payload */
  call(payload) {
    return this.#caller.call(FRAME, payload);
  }

  /** @param {Buffer} payload @param {(code: number) => void} onEnd */
  #control(payload, onEnd) {
    const message = JSON.parse(payload.toString());
    switch (message.type) {
      case 'bind': this.#channels.set(message.channel, message.number); break;
      case 'window': this.#opened(); break;
      case 'quit': onEnd(message.code); break;
    }
  }
}

exports.MeasuredApp = MeasuredApp;
