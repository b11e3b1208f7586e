'use strict';

// The main process's end of the bridge in Node, for tests and benchmarks: everything after the handshake is the host's own code.

const { randomBytes } = require('node:crypto');
const { once } = require('node:events');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { addressOf } = require('../../../lib/bridge/address');
const { Connection } = require('../../../lib/bridge/connection');
const { readIntroduction, writeIntroduction } = require('../../../lib/bridge/introduction');
const { completeOptions } = require('../../../lib/bridge/options');
const { LABEL, makeProof, sameProof } = require('../../../lib/bridge/proof');
const { HEADER, KIND, LENGTH_FIELD, ownFrame } = require('../../../lib/bridge/wire');

/** A socket to the host, read frame by frame: what follows a frame stays in the socket for whoever takes it over. */
class RawPeer {
  /** @param {net.Socket} socket */
  constructor(socket) {
    this.socket = socket;
    socket.on('error', () => {});
  }

  /** @param {string} directory */
  static async connect(directory) {
    const socket = net.connect(addressOf(directory));
    await once(socket, 'connect');
    return new RawPeer(socket);
  }

  /** The next frame, or null at the end. @returns {Promise<{ kind: number, payload: Buffer } | null>} */
  async next() {
    const header = await this.#read(HEADER);
    if (header === null) {
      return null;
    }
    const length = header.readUInt32LE(0) + LENGTH_FIELD - HEADER;
    const payload = length === 0 ? Buffer.alloc(0) : await this.#read(length);
    return payload && { kind: header.readUInt8(4), payload };
  }

  /** @param {number} length @returns {Promise<Buffer | null>} */
  async #read(length) {
    let bytes;
    while ((bytes = this.socket.read(length)) === null && !this.socket.readableEnded && !this.socket.destroyed) {
      await new Promise((resolve) => {
        const done = () => resolve(this.socket.off('readable', done).off('end', done).off('close', done));
        this.socket.on('readable', done).on('end', done).on('close', done);
      });
    }
    return bytes?.length === length ? bytes : null;
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
  return new Connection(peer.socket, completeOptions(options), readIntroduction(hello.payload));
}

exports.RawPeer = RawPeer;
exports.takeSecret = takeSecret;
exports.introduce = introduce;
exports.connectAsMain = connectAsMain;
