'use strict';

// Reads what was put into a LevelDB that has not been compacted: the log is blocks of 32 KiB, of records that are whole or in parts, of
// batches, of keys and values.

const fs = require('node:fs');
const path = require('node:path');

const BLOCK_SIZE = 32768;
const RECORD_HEADER_SIZE = 7;
const BATCH_HEADER_SIZE = 12;
const LAST_TYPES = new Set([1, 4]);
const PUT = 1;

/** @param {Buffer} log @returns {Generator<Buffer>} */
function* batches(log) {
  let parts = [];
  for (let at = 0; at + RECORD_HEADER_SIZE <= log.length;) {
    const left = BLOCK_SIZE - (at % BLOCK_SIZE);
    const [length, type] = left < RECORD_HEADER_SIZE ? [0, 0] : [log.readUInt16LE(at + 4), log[at + 6]];
    if (type === 0) {
      at += left;
      continue;
    }
    at += RECORD_HEADER_SIZE;
    parts.push(log.subarray(at, at + length));
    at += length;
    if (LAST_TYPES.has(type)) {
      yield Buffer.concat(parts);
      parts = [];
    }
  }
}

/** @param {Buffer} batch @returns {Generator<{ key: Buffer, value: Buffer }>} */
function* puts(batch) {
  let at = BATCH_HEADER_SIZE;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = batch[at++];
      value |= (byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
  };
  const bytes = () => {
    const length = varint();
    at += length;
    return batch.subarray(at - length, at);
  };
  while (at < batch.length) {
    const isPut = batch[at++] === PUT;
    const key = bytes();
    if (isPut) yield { key, value: bytes() };
  }
}

/** @param {string} folder @returns {{ key: Buffer, value: Buffer }[]} in the order in which they were put */
function readLog(folder) {
  const logs = fs.readdirSync(folder).filter((name) => name.endsWith('.log')).sort();
  return logs.flatMap((name) => [...batches(fs.readFileSync(path.join(folder, name)))].flatMap((batch) => [...puts(batch)]));
}

module.exports = { readLog };
