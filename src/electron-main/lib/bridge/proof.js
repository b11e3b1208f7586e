'use strict';

const { createHash, createHmac, timingSafeEqual } = require('node:crypto');

const PROOF_BYTES = 32;
/** Who proves: without it, a proof could be sent back to the one who made it. */
const LABEL = Object.freeze({ main: 'ipcapp bridge 1: main process', host: 'ipcapp bridge 1: host' });

/** @param {Buffer} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest();
}

/**
 * Proves the knowledge of the secret, for this connection only: both introductions carry a nonce, and neither can be changed on the way.
 * @param {Buffer} secret
 * @param {string} label
 * @param {Buffer} hostIntroduction
 * @param {Buffer} mainIntroduction
 */
function makeProof(secret, label, hostIntroduction, mainIntroduction) {
  return createHmac('sha256', secret).update(label).update('\0').update(sha256(hostIntroduction)).update(sha256(mainIntroduction)).digest();
}

/** @param {Buffer} given @param {Buffer} expected */
function sameProof(given, expected) {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

module.exports = { LABEL, PROOF_BYTES, makeProof, sameProof };
