'use strict';

/**
 * @typedef {'array' | 'view' | 'buffer' | 'date' | 'regexp' | 'map' | 'set' | 'error' | 'boolean' | 'number' | 'string' | 'bigint'} CloneableKind
 * kinds that structured clone knows
 */
/** @typedef {CloneableKind | 'object' | 'uncloneable'} Kind */

/**
 * Tells the kind of an object by its internal slots, as structured clone does. Neither the realm (an iframe has its own `Date`) nor a
 * changed prototype matters, so nothing here may use `instanceof`.
 * This function runs in Node and, as text, in both worlds of a page: it must not use anything outside itself.
 * @param {(value: object) => boolean} [isNativeError] for an engine without `Error.isError`
 */
module.exports = function createKinds(isNativeError) {
  const call = Reflect.apply;
  const { getPrototypeOf, getOwnPropertyDescriptor } = Object;
  const { toString } = Object.prototype;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const plainPrototype = Object.prototype;
  const scope = /** @type {any} */ (globalThis);

  /** @param {object} value */
  const tagOf = (value) => /** @type {string} */ (call(toString, value, []));

  /**
   * A function of the platform that throws for objects without the internal slot that it reads.
   * @param {any} type undefined where this engine, or an insecure page, does not have it
   * @param {string} member a getter or a method @param {unknown[]} args
   * @returns {(value: object) => boolean}
   */
  function slot(type, member, args = []) {
    const descriptor = type && getOwnPropertyDescriptor(type.prototype, member);
    if (!descriptor) return () => false;
    const read = descriptor.get ?? descriptor.value;
    return (value) => {
      try {
        return call(read, value, args) !== undefined; // only the prototype of RegExp answers with undefined
      } catch {
        return false;
      }
    };
  }

  const isDomException = typeof DOMException === 'undefined' ? () => false : slot(DOMException, 'code');
  /** @type {(value: object) => boolean} */
  const hasErrorData = scope.Error.isError ?? ((value) => tagOf(value) === '[object Error]');
  const key = {};

  /** @type {[kind: Kind, type: any, test: (value: object) => boolean][]} */
  const tests = [
    ['date', Date, slot(Date, 'getTime')],
    ['map', Map, slot(Map, 'size')],
    ['set', Set, slot(Set, 'size')],
    ['regexp', RegExp, slot(RegExp, 'global')],
    ['buffer', ArrayBuffer, slot(ArrayBuffer, 'byteLength')],
    ['error', Error, isNativeError ?? ((value) => hasErrorData(value) && !isDomException(value))],
    ['boolean', Boolean, slot(Boolean, 'valueOf')],
    ['number', Number, slot(Number, 'valueOf')],
    ['string', String, slot(String, 'valueOf')],
    ['bigint', BigInt, slot(BigInt, 'valueOf')],
    ['uncloneable', Symbol, slot(Symbol, 'valueOf')],
    ['uncloneable', WeakMap, slot(WeakMap, 'has', [key])],
    ['uncloneable', WeakSet, slot(WeakSet, 'has', [key])],
    ['uncloneable', scope.SharedArrayBuffer, slot(scope.SharedArrayBuffer, 'byteLength')],
  ];
  /** The test to begin with. */
  const likely = new Map(tests.map((test) => [test[1]?.prototype, test]));
  /** Objects whose slots no script can read. */
  const uncloneableTags = new Set(
    ['Arguments', 'Map Iterator', 'Set Iterator', 'SharedArrayBuffer', 'WebAssembly.Module', 'Module'].map((name) => `[object ${name}]`),
  );

  /** @param {object} value @returns {Kind} */
  function kindOf(value) {
    if (isArray(value)) return 'array';
    const prototype = getPrototypeOf(value);
    if (prototype === plainPrototype && tagOf(value) === '[object Object]') return 'object';
    if (isView(value)) return 'view';
    const first = likely.get(prototype);
    if (first?.[2](value)) return first[0];
    const found = tests.find(([, , test]) => test(value));
    if (found) return found[0];
    return uncloneableTags.has(tagOf(value)) ? 'uncloneable' : 'object';
  }

  return { kindOf, slot };
};
