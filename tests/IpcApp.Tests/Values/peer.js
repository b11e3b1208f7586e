'use strict';

// The other end of the differential tests: a real V8 that makes values, encodes them with Electron's own code, and says what it reads.
// Frames both ways: u32 little-endian length, one byte (request: what to do; answer: 1 for success), body. A list in a body is u32
// little-endian length and bytes for each entry.
// Started with the path of Electron's values.js.

const { createHash } = require('node:crypto');
const { readSync, writeSync } = require('node:fs');
const { isDeepStrictEqual } = require('node:util');

const { encode, decode } = require(process.argv[2]);
const describe = require('./peer-describe.js');
const random = require('./peer-random.js');

// Where a stack begins differs from engine to engine; its first line does not.
Error.stackTraceLimit = 0;

/** The value made last. */
let last;

function remember(value) {
  last = value;
  return Buffer.concat(encode(value));
}

const operations = {
  /** Evaluates an expression and encodes its value. */
  E: (body) => remember((0, eval)(`(${body})`)),
  /** Makes the random values of successive seeds. Body: first seed, how many. Answer: of each its payload and its description. */
  M: (body) => list(Array.from({ length: body.readUInt32LE(4) }, (_, i) => describeNew((body.readUInt32LE(0) + i) >>> 0)).flat()),
  /** Compares a payload with the value made last. */
  C: (body) => compare(decode(body)),
  /** Describes what each payload of a list holds. */
  D: (body) => list(entries(body).map(describePayload)),
  /** Reads and writes again each payload of a list. */
  R: (body) => list(entries(body).map((payload) => Buffer.concat(encode(decode(payload))))),
  /** Describes what a structured clone of the value made last should look like. */
  L: () => describe(structuredClone(last)),
  /** Hashes a text or a view: for sizes whose description would be too long. */
  H: (body) => hash(decode(body)),
};

function hash(value) {
  const sha = (bytes) => createHash('sha256').update(bytes).digest('hex');
  if (typeof value === 'string') return `string ${value.length} ${sha(Buffer.from(value, 'utf16le'))}`;
  return `${value.constructor.name} ${value.byteLength}/${value.buffer.byteLength} ${sha(value)}`;
}

function describeNew(seed) {
  const value = random(seed);
  const payload = Buffer.concat(encode(value));
  return [payload, Buffer.from(describe(structuredClone(value)))];
}

function describePayload(payload) {
  try {
    return Buffer.from(describe(decode(payload)));
  } catch (error) {
    return Buffer.from(`threw ${error.message}`);
  }
}

function entries(body) {
  const found = [];
  for (let at = 0; at < body.length;) {
    const end = at + 4 + body.readUInt32LE(at);
    found.push(body.subarray(at + 4, end));
    at = end;
  }
  return found;
}

function list(buffers) {
  return Buffer.concat(buffers.flatMap((buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(buffer.length, 0);
    return [length, buffer];
  }));
}

function compare(actual) {
  const expected = structuredClone(last);
  const [wanted, got] = [describe(expected), describe(actual)];
  if (wanted !== got) return `wanted ${wanted}\ngot    ${got}`;
  // Node's comparison finds some values different from themselves: two invalid Dates, in Node.js 22.
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
  const body = typeof result === 'string' ? Buffer.from(result) : result;
  const head = Buffer.alloc(5);
  head.writeUInt32LE(body.length + 1, 0);
  head[4] = status;
  writeAll(head);
  writeAll(body);
}
