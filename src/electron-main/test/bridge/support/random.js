'use strict';

/**
 * Numbers that look random and are the same for a seed, so that a failure can be repeated.
 * @param {number} seed
 */
function generator(seed) {
  let state = seed;
  const next = () => {
    // A linear congruential generator: weak, and good enough to choose sizes and cuts.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  /** @param {number} limit */
  const below = (limit) => Math.floor(next() * limit);
  return {
    below,
    /** @template T @param {T[]} choices @returns {T} */
    pick: (choices) => /** @type {T} */ (choices[below(choices.length)]),
    /** @param {number} length */
    bytes: (length) => Buffer.alloc(length, String(below(1e9)))
  };
}

module.exports = { generator };
