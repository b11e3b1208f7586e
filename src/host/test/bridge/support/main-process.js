'use strict';

// The main process's end of the bridge in Node, for tests and benchmarks: everything after the handshake is the host's own code.

const { randomBytes } = require('node:crypto');
const { once } = require('node:events');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { addressOf } = require('../../../lib/bridge/address');
const { Connection } = require('../../../lib/bridge/connection');
const { FrameParser } = require('../../../lib/bridge/frame-parser');
const { readIntroduction, writeIntroduction } = require('../../../lib/bridge/introduction');
const { completeOptions } = require('../../../lib/bridge/options');
const { LABEL, makeProof, sameProof } = require('../../../lib/bridge/proof');
const { KIND, ownFrame } = require('../../../lib/bridge/wire');

/** A socket to the host, with the frames that come. */
class RawPeer {
  /** @type {{ kind: number, payload: Buffer }[]} */
  #frames = [];
  #wake = () => {};

  /** @param {net.Socket} socket */
  constructor(socket) {
    this.socket = socket;
    this.ended = once(socket, 'close');
    this.#parser = new FrameParser(completeOptions(), (kind, _lane, _id, payload) => {
      this.#frames.push({ kind, payload });
      this.#wake();
    });
    socket.on('data', this.#parse);
    socket.on('error', () => {});
    socket.on('close', () => this.#wake());
  }

  #parser;
  #parse = (/** @type {Buffer} */ chunk) => this.#parser.push(chunk);

  /** @param {string} directory */
  static async connect(directory) {
    const socket = net.connect(addressOf(directory));
    const peer = new RawPeer(socket);
    await once(socket, 'connect');
    return peer;
  }

  /** The next frame, or null at the end. */
  async next() {
    while (this.#frames.length === 0 && !this.socket.closed) {
      await new Promise((resolve) => { this.#wake = () => resolve(null); });
    }
    return this.#frames.shift() ?? null;
  }

  /** Leaves the socket to somebody else. */
  release() {
    this.socket.pause().off('data', this.#parse);
    return this.socket;
  }
}

/** @param {string} directory */
function takeSecret(directory) {
  const file = path.join(directory, 'secret');
  const secret = fs.readFileSync(file);
  fs.rmSync(file);
  return secret;
}

/**
 * The handshake. Returns the last frame of the host, so that a test can see how it was refused.
 * @param {RawPeer} peer
 * @param {(hello: Buffer) => Buffer} chooseSecret
 */
async function introduce(peer, chooseSecret) {
  const hello = await peer.next();
  if (hello?.kind !== KIND.hello) {
    return { answer: hello, isWelcome: false, hello };
  }
  const own = writeIntroduction(completeOptions(), randomBytes(32));
  const secret = chooseSecret(hello.payload);
  peer.socket.write(ownFrame(KIND.proof, Buffer.concat([makeProof(secret, LABEL.main, hello.payload, own), own])));
  const answer = await peer.next();
  const expected = makeProof(secret, LABEL.host, hello.payload, own);
  return { answer, isWelcome: answer?.kind === KIND.welcome && sameProof(answer.payload, expected), hello };
}

/**
 * @param {string} directory
 * @param {Partial<import('../../../lib/bridge/options').BridgeOptions>} [options]
 */
async function connectAsMain(directory, options) {
  const peer = await RawPeer.connect(directory);
  const { answer, isWelcome, hello } = await introduce(peer, () => takeSecret(directory));
  if (!isWelcome || !hello) {
    throw new Error(`the host refused: ${answer?.payload}`);
  }
  return new Connection(peer.release(), completeOptions(options), readIntroduction(hello.payload));
}

exports.RawPeer = RawPeer;
exports.takeSecret = takeSecret;
exports.introduce = introduce;
exports.connectAsMain = connectAsMain;
