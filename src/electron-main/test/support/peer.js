'use strict';

const { once } = require('node:events');
const fs = require('node:fs');
const { Connection } = require('../../lib/bridge/connection');
const { readIntroduction } = require('../../lib/bridge/introduction');
const { completeOptions } = require('../../lib/bridge/options');
const { RawPeer, takeSecret, introduce } = require('../bridge/support/main-process');

/**
 * Connects to a host as .NET does, as soon as the host awaits somebody: then there is a secret.
 * @param {string} directory
 */
async function connectPeer(directory) {
  const secret = await nextSecret(directory);
  const { socket, answer, isWelcome, hello } = await greet(directory, secret);
  if (!isWelcome || !hello) {
    throw new Error(`The host refused: ${answer?.payload}`);
  }
  return { socket, connection: new Connection(socket, completeOptions(), readIntroduction(hello.payload)) };
}

/** @param {string} directory @param {Buffer} secret */
async function greet(directory, secret) {
  const peer = await RawPeer.connect(directory);
  return { socket: peer.socket, ...await introduce(peer, () => secret) };
}

/** The directory is watched before it is looked at, so that nothing is missed. @param {string} directory */
async function nextSecret(directory) {
  const watcher = fs.watch(directory);
  try {
    while (!fs.existsSync(`${directory}/secret`)) {
      await once(watcher, 'change');
    }
    return takeSecret(directory);
  } finally {
    watcher.close();
  }
}

module.exports = { connectPeer };
