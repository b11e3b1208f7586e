'use strict';

// The other end of the differential tests: a real V8 that makes values, encodes them with the host's own code, and says what it reads.
// Frames both ways: u32 little-endian length, one byte (request: what to do; answer: 1 for success), body.
// Started with the path of the host's values.js.

const { createHash } = require('node:crypto');
const { readSync, writeSync } = require('node:fs');
const { isDeepStrictEqual } = require('node:util');

const { encode, decode } = require(process.argv[2]);
const describe = require('./peer-describe.js');
const random = require('./peer-random.js');

/** The value made last. */
let last;

function remember(value) {
  last = value;
  return Buffer.concat(encode(value));
}

const operations = {
  /** Evaluates an expression and encodes its value. */
  E: (body) => remember((0, eval)(`(${body})`)),
  /** Encodes the random value of a seed. */
  R: (body) => remember(random(Number(body))),
  /** Compares a payload with the value made last. */
  C: (body) => compare(decode(body)),
  /** Describes what a payload holds. */
  D: (body) => describe(decode(body)),
  /** Describes what a structured clone of the value made last should look like. */
  L: () => describe(structuredClone(last)),
  /** Hashes the only view in a payload: for sizes whose description would be too long. */
  H: (body) => {
    const view = decode(body);
    return `${view.constructor.name} ${view.byteLength}/${view.buffer.byteLength} ${createHash('sha256').update(view).digest('hex')}`;
  },
};

function compare(actual) {
  const expected = structuredClone(last);
  const [wanted, got] = [describe(expected), describe(actual)];
  if (wanted !== got) return `wanted ${wanted}\ngot    ${got}`;
  // Node's comparison finds some values different from themselves: two invalid Dates, in Node 20.
  const comparable = isDeepStrictEqual(structuredClone(expected), expected);
  return !comparable || isDeepStrictEqual(actual, expected) ? 'same' : `isDeepStrictEqual differs for ${got}`;
}

function answer(request) {
  try {
    return [1, operations[String.fromCharCode(request[0])](request.subarray(1))];
  } catch (error) {
    return [0, error.message];
  }
}

function readExactly(size) {
  const buffer = Buffer.alloc(size);
  for (let read = 0; read < size;) {
    const count = readSync(0, buffer, read, size - read, null);
    if (count === 0) process.exit(0);
    read += count;
  }
  return buffer;
}

function writeAll(buffer) {
  for (let written = 0; written < buffer.length;) written += writeSync(1, buffer, written);
}

for (;;) {
  const [status, result] = answer(readExactly(readExactly(4).readUInt32LE(0)));
  const body = Buffer.from(result);
  const head = Buffer.alloc(5);
  head.writeUInt32LE(body.length + 1, 0);
  head[4] = status;
  writeAll(head);
  writeAll(body);
}
