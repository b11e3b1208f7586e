'use strict';

const { once } = require('node:events');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { addressOf } = require('../../lib/bridge/address');
const { Connection } = require('../../lib/bridge/connection');
const { readIntroduction, writeIntroduction, NONCE_BYTES } = require('../../lib/bridge/introduction');
const { completeOptions } = require('../../lib/bridge/options');
const { LABEL, makeProof } = require('../../lib/bridge/proof');
const { readHeader } = require('../../lib/bridge/reassembly');
const { HEADER, KIND, ownFrame } = require('../../lib/bridge/wire');
const { formatVersion } = require('../../lib/values');

const OPTIONS = completeOptions({ v8Version: formatVersion });

/**
 * Connects to a host as .NET does, over the real handshake.
 * @param {string} directory
 */
async function connectPeer(directory) {
  const secret = await takeSecret(path.join(directory, 'secret'));
  const socket = net.connect(addressOf(directory));
  await once(socket, 'connect');
  const hello = await nextFrame(socket, KIND.hello);
  const own = writeIntroduction(OPTIONS, Buffer.alloc(NONCE_BYTES, 1));
  socket.write(ownFrame(KIND.proof, Buffer.concat([makeProof(secret, LABEL.main, hello, own), own])));
  const welcome = await nextFrame(socket, KIND.welcome);
  if (!welcome.equals(makeProof(secret, LABEL.host, hello, own))) {
    throw new Error('The host did not prove that it knows the secret.');
  }
  return { socket, connection: new Connection(socket, OPTIONS, readIntroduction(hello)) };
}

/** The secret appears complete or not at all; the directory is watched before it is looked at. @param {string} file @returns {Promise<Buffer>} */
function takeSecret(file) {
  return new Promise((resolve) => {
    const take = () => {
      if (!fs.existsSync(file)) {
        return;
      }
      watcher.close();
      const secret = fs.readFileSync(file);
      fs.rmSync(file);
      resolve(secret);
    };
    const watcher = fs.watch(path.dirname(file), take);
    take();
  });
}

/** What follows the frame stays in the socket: the host may send right after its welcome. @param {net.Socket} socket @param {number} expected @returns {Promise<Buffer>} */
function nextFrame(socket, expected) {
  let bytes = Buffer.alloc(0);
  return new Promise((resolve, reject) => {
    const onData = (/** @type {Buffer} */ chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (bytes.length < HEADER || bytes.length < HEADER + readHeader(bytes, 0).length) {
        return;
      }
      const { kind, length } = readHeader(bytes, 0);
      socket.pause();
      socket.off('data', onData);
      socket.unshift(bytes.subarray(HEADER + length));
      const payload = bytes.subarray(HEADER, HEADER + length);
      kind === expected ? resolve(payload) : reject(new Error(`Frame ${kind} came instead of ${expected}: ${payload}`));
    };
    socket.on('data', onData);
    socket.once('close', () => reject(new Error('The host closed the connection in the handshake.')));
    socket.resume();
  });
}

module.exports = { connectPeer };
