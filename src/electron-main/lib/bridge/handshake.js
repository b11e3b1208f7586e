'use strict';

const { randomBytes } = require('node:crypto');
const { KIND, ownFrame } = require('./wire');
const { BridgeHandshakeError } = require('./errors');
const { FrameParser } = require('./frame-parser');
const { writeIntroduction, readIntroduction, NONCE_BYTES } = require('./introduction');
const { LABEL, PROOF_BYTES, makeProof, sameProof } = require('./proof');

/** What a stranger may make this process read before it has proved anything. */
const STRANGER_LIMITS = Object.freeze({ maxMessageBytes: 4096, maxPartialMessages: 0, maxPartialBytes: 0 });

/**
 * Greets what has connected and has it prove that it knows a secret.
 * @param {import('node:net').Socket} socket Left paused and without listeners of this function.
 * @param {() => Buffer[]} secrets The secrets that count by the time of the proof.
 * @param {import('./options').BridgeOptions} options
 * @returns {Promise<import('./introduction').Peer>}
 */
async function shakeHands(socket, secrets, options) {
  const own = writeIntroduction(options, randomBytes(NONCE_BYTES));
  socket.write(ownFrame(KIND.hello, own));
  const payload = await nextFrame(socket, options);
  const theirs = payload.subarray(PROOF_BYTES);
  const peer = readIntroduction(theirs);
  const secret = secrets().find((one) => sameProof(payload.subarray(0, PROOF_BYTES), makeProof(one, LABEL.main, own, theirs)));
  if (secret === undefined) {
    throw new BridgeHandshakeError('What connected to the bridge does not know its secret. '
      + 'If it is the .NET main process, it was started for another host: close both and start the app again.');
  }
  socket.write(ownFrame(KIND.welcome, makeProof(secret, LABEL.host, own, theirs)));
  return peer;
}

/**
 * @param {import('node:net').Socket} socket
 * @param {import('./options').BridgeOptions} options
 * @returns {Promise<Buffer>}
 */
function nextFrame(socket, options) {
  return new Promise((resolve, reject) => {
    const parser = new FrameParser({ ...options, ...STRANGER_LIMITS }, (kind, _lane, _id, payload) => {
      if (kind === KIND.abort) {
        throw new BridgeHandshakeError(`The .NET main process refused the connection: ${payload.toString()}`);
      }
      if (kind !== KIND.proof) {
        throw new BridgeHandshakeError(`What connected to the bridge sent a frame of kind ${kind} instead of a proof.`);
      }
      settle(() => resolve(payload));
    });
    /** @param {() => void} outcome */
    const settle = (outcome) => {
      socket.pause();
      socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onEnd);
      outcome();
    };
    /** @param {Buffer} chunk */
    const onData = (chunk) => {
      try {
        parser.push(chunk);
      } catch (error) {
        settle(() => reject(asHandshakeError(error)));
      }
    };
    const onEnd = () => {
      settle(() => reject(new BridgeHandshakeError('What connected to the bridge went away before it had proved who it is.')));
    };
    socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onEnd);
    if (socket.destroyed) {
      onEnd();
    }
    socket.resume();
  });
}

/** @param {unknown} error */
function asHandshakeError(error) {
  return error instanceof BridgeHandshakeError ? error
    : new BridgeHandshakeError(`What connected to the bridge does not speak its protocol. ${/** @type {Error} */ (error).message}`);
}

module.exports = { shakeHands };
