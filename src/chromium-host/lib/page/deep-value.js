'use strict';

/** @typedef {{ type: string, value?: any }} DeepValue */

/** @param {DeepValue | string} key a string key is itself */
function keyOf(key) {
  return typeof key === 'string' ? key : fromDeepValue(key);
}

/** @type {Record<string, (value: any) => unknown>} */
const readers = {
  undefined: () => undefined,
  null: () => null,
  string: (value) => value,
  boolean: (value) => value,
  number: Number, // also of 'NaN', '-0' and the infinities
  bigint: BigInt,
  date: (value) => new Date(value),
  regexp: ({ pattern, flags }) => new RegExp(pattern, flags),
  array: (items = []) => items.map(fromDeepValue),
  set: (items = []) => new Set(items.map(fromDeepValue)),
  map: (entries = []) => new Map(entries.map((/** @type {[any, DeepValue]} */ [key, value]) => [keyOf(key), fromDeepValue(value)])),
  object: (entries = []) =>
    Object.fromEntries(entries.map((/** @type {[string, DeepValue]} */ [key, value]) => [key, fromDeepValue(value)])),
};

/**
 * What the DevTools protocol's deep serialization stands for; what it does not carry becomes an empty object.
 * @param {DeepValue} deep
 * @returns {any}
 */
function fromDeepValue({ type, value }) {
  const read = readers[type];
  return read ? read(value) : {};
}

exports.fromDeepValue = fromDeepValue;
