'use strict';
const { exit } = require('../app/exit');

const variable = 'IPCAPP_CHROMIUM_SHUFFLE';
/** Kinds of messages that Electron transmits as answers, on another pipe than everything else. */
const answers = new Set(['r', 'x']);

/** @typedef {[kind: string, ...rest: unknown[]]} Queued */
/** @typedef {<T extends Queued>(queue: T[]) => { now: T[], later: T[] }} Shuffle what goes out in this turn, in its order */

/**
 * Pseudo-random numbers, the same for the same seed (xorshift, 32 bits).
 * @param {number} seed
 * @returns {() => boolean}
 */
function createCoin(seed) {
  let state = seed | 0 || 1; // zero would stay zero
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state < 0;
  };
}

/**
 * Electron does not order the answer to a call against what `send` sends to the same frame (S113), although it nearly always comes out
 * the same way. This makes it come out differently: the order within answers, and within all else (S111), stays.
 * @param {number} seed
 * @returns {Shuffle}
 */
function createShuffle(seed) {
  const coin = createCoin(seed);
  return (queue) => {
    const replies = queue.filter(([kind]) => answers.has(kind));
    const others = queue.filter(([kind]) => !answers.has(kind));
    /** @type {typeof queue} */
    const now = [];
    while (others.length) now.push(...(replies.length && coin() ? replies : others).splice(0, 1));
    // what is left may be overtaken by what is sent in the next turns, too
    while (replies.length && coin()) now.push(...replies.splice(0, 1));
    return { now, later: replies };
  };
}

/** @returns {Shuffle | undefined} as the environment asks for it; undefined: all in the order of sending */
function shuffleFromEnvironment() {
  const text = process.env[variable];
  if (!text) return undefined;
  if (!/^\d+$/.test(text)) {
    process.stderr.write(`ipcapp: ${variable} is '${text}', which is no seed; set it to a whole number, or unset it.\n`);
    exit(1);
  }
  return createShuffle(Number(text));
}

exports.createShuffle = createShuffle;
exports.shuffleFromEnvironment = shuffleFromEnvironment;
