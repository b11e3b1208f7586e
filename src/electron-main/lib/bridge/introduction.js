'use strict';

const { BridgeHandshakeError } = require('./errors');
const { PROTOCOL_VERSION } = require('./wire');

/**
 * @typedef {object} Peer What a side says about itself in the handshake.
 * @property {number} v8Version
 * @property {Buffer} nonce
 * @property {number} maxMessageBytes
 * @property {number} maxPartialMessages
 * @property {number} maxPartialBytes
 * @property {Record<string, unknown>} info
 */

const MAGIC = Buffer.from('ipcappbr');
const NONCE_BYTES = 32;
const AT = Object.freeze({ protocol: 8, v8: 10, nonce: 12, messageBytes: 44, partialMessages: 48, partialBytes: 52, info: 60 });

/**
 * @param {import('./options').BridgeOptions} options
 * @param {Buffer} nonce
 */
function writeIntroduction(options, nonce) {
  const info = Buffer.from(JSON.stringify({ pid: process.pid, ...options.info }));
  const bytes = Buffer.alloc(AT.info + info.length);
  MAGIC.copy(bytes);
  bytes.writeUInt16LE(PROTOCOL_VERSION, AT.protocol);
  bytes.writeUInt16LE(options.v8Version, AT.v8);
  nonce.copy(bytes, AT.nonce);
  bytes.writeUInt32LE(options.maxMessageBytes, AT.messageBytes);
  bytes.writeUInt32LE(options.maxPartialMessages, AT.partialMessages);
  bytes.writeBigUInt64LE(BigInt(options.maxPartialBytes), AT.partialBytes);
  info.copy(bytes, AT.info);
  return bytes;
}

/**
 * @param {Buffer} bytes
 * @returns {Peer}
 */
function readIntroduction(bytes) {
  if (bytes.length < AT.nonce || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new BridgeHandshakeError('What connected to the bridge does not speak its protocol.');
  }
  const version = bytes.readUInt16LE(AT.protocol);
  if (version !== PROTOCOL_VERSION) {
    throw new BridgeHandshakeError(`The .NET main process speaks version ${version} of the bridge protocol, this host version `
      + `${PROTOCOL_VERSION}. Rebuild the app, so that both come from one IpcApp package.`);
  }
  if (bytes.length < AT.info) {
    throw new BridgeHandshakeError('The introduction of the .NET main process is cut short.');
  }
  return {
    v8Version: bytes.readUInt16LE(AT.v8),
    nonce: Buffer.from(bytes.subarray(AT.nonce, AT.nonce + NONCE_BYTES)),
    maxMessageBytes: bytes.readUInt32LE(AT.messageBytes),
    maxPartialMessages: bytes.readUInt32LE(AT.partialMessages),
    maxPartialBytes: Number(bytes.readBigUInt64LE(AT.partialBytes)),
    info: readInfo(bytes.subarray(AT.info))
  };
}

/** @param {Buffer} json */
function readInfo(json) {
  try {
    const info = JSON.parse(json.toString());
    if (typeof info === 'object' && info !== null && !Array.isArray(info)) {
      return info;
    }
  } catch {
    // Told below, with the other ways in which it can be wrong.
  }
  throw new BridgeHandshakeError('The introduction of the .NET main process does not end with a JSON object.');
}

module.exports = { writeIntroduction, readIntroduction, NONCE_BYTES };
