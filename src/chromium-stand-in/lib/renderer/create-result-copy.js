'use strict';

/**
 * What becomes of the result of `executeJavaScript` on its way out of the page's own world: it is cloned, or, where the world of the preload is
 * another one, copied as over the context bridge. There objects of the platform, such as events, are copied as their own properties.
 * Runs in the page, as text.
 * @param {{ kinds: ReturnType<typeof import('../codec/create-kinds')>, isolated: boolean }} environment
 */
module.exports = function createResultCopy({ kinds, isolated }) {
  const clone = structuredClone;
  /** Electron passes these on as they are, and then cannot send them. @type {Function[]} */
  const refused = [Node, Window, Promise];

  /** @param {any} value @param {Map<object, unknown>} copies @returns {any} */
  function copyProperties(value, copies) {
    if (typeof value !== 'object' || value === null) return clone(value);
    if (copies.has(value)) return copies.get(value);
    const kind = kinds.kindOf(value);
    if ((kind !== 'object' && kind !== 'array') || refused.some((type) => value instanceof type)) return clone(value);
    /** @type {any} */
    const copy = kind === 'array' ? [] : {};
    copies.set(value, copy);
    for (const key of Object.keys(value)) copy[key] = copyProperties(value[key], copies);
    return copy;
  }

  return (/** @type {unknown} */ value) => {
    try {
      return clone(value);
    } catch (error) {
      if (!isolated) throw error;
      return copyProperties(value, new Map());
    }
  };
};
