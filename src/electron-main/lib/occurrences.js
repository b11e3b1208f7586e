'use strict';

const { LIMITS } = require('./limits');

/** Counts what happens again and again, and says when to tell of it: at the first, the tenth, the hundredth time and so on. */
class Occurrences {
  /** By kind, then by key; the empty key is for all that are not told apart. @type {Map<string, Map<string, number>>} */
  #counts = new Map();

  /**
   * @param {string} kind One kind cannot use up the room of another.
   * @param {string} key
   * @returns {string | null} What to add to the line; null if it is not to be written.
   */
  add(kind, key) {
    const counts = this.#counts.get(kind) ?? new Map();
    this.#counts.set(kind, counts);
    const short = key.slice(0, LIMITS.countedKeyLength);
    const isKnown = counts.has(short) || counts.size < LIMITS.countedKeys;
    const counted = isKnown ? short : '';
    const count = (counts.get(counted) ?? 0) + 1;
    counts.set(counted, count);
    if (!/^10*$/.test(String(count)) || (!isKnown && count === 1)) {
      return null;
    }
    const what = isKnown ? 'like it' : 'of its kind that are not told apart';
    return count === 1 ? '' : ` [the ${count}th line ${what}; the next that is written is the ${count * 10}th]`;
  }
}

exports.Occurrences = Occurrences;
