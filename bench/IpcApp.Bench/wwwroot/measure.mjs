// Runs in the page and, without Chromium, in the peer.

/**
 * @typedef {object} Workload
 * @property {string} name
 * @property {string} channel Without its prefix: which of the handlers.
 * @property {() => unknown} argument
 */

/** @type {Readonly<Record<'small' | 'records' | 'bytes', Workload>>} */
export const WORKLOADS = Object.freeze({
  small: { name: 'small', channel: 'small', argument: () => createNote(7) },
  records: { name: '10 KB', channel: 'records', argument: () => Array.from({ length: 220 }, (_, id) => createNote(id)) },
  bytes: { name: '1 MB', channel: 'bytes', argument: () => new Uint8Array(1024 * 1024).fill(7) },
});

/** @param {number} id */
export function createNote(id) {
  return { id, title: `The title of note ${id}`, done: false };
}

/**
 * Calls one after another.
 * @param {() => Promise<unknown>} call
 * @param {number} count
 * @param {number} block How many calls are timed together, for clocks that are coarse.
 * @returns {Promise<number[]>} µs a call, of each block.
 */
export async function inTurn(call, count, block = 1) {
  const samples = [];
  for (let done = 0; done < count; done += block) {
    const began = performance.now();
    for (let i = 0; i < block; i++) {
      await call();
    }
    samples.push((performance.now() - began) * 1000 / block);
  }
  return samples;
}

/**
 * Keeps so many calls in flight.
 * @param {() => Promise<unknown>} call
 * @param {number} count
 * @param {number} inFlight
 * @returns {Promise<number[]>} One sample: µs a call, of the time they took together.
 */
export async function overlapping(call, count, inFlight) {
  let started = 0;
  const caller = async () => {
    while (started++ < count) {
      await call();
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: inFlight }, caller));
  return [(performance.now() - began) * 1000 / count];
}

/**
 * Measures both in interleaved rounds; whichever was first comes second in the next one.
 * @param {string} workload
 * @param {number} rounds
 * @param {{ handler: () => Promise<unknown>, reference: () => Promise<unknown> }} calls
 * @param {(call: () => Promise<unknown>) => Promise<number[]>} measure
 */
export async function compare(workload, rounds, calls, measure) {
  await measure(calls.handler);
  await measure(calls.reference);
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const result = { workload, handler: /** @type {number[]} */ ([]), reference: /** @type {number[]} */ ([]) };
    /** @type {('handler' | 'reference')[]} */
    const order = round % 2 === 0 ? ['handler', 'reference'] : ['reference', 'handler'];
    for (const which of order) {
      result[which] = await measure(calls[which]);
    }
    results.push(result);
  }
  return results;
}
