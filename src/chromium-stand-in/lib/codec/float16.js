'use strict';

/**
 * Carries a page's Float16Array through a Node.js whose V8 lacks the type (before version 24): the bytes are right and so is the type's
 * name, which the engine itself tells; elements are read as the 16-bit patterns that they are.
 */
class Float16Array extends Uint16Array {
  #isHalf = true;

  /** @param {unknown} value */
  static isHalf(value) {
    return typeof value === 'object' && value !== null && #isHalf in value && value.#isHalf;
  }
}

/** Electron has the type, so the stand-in has it on every Node.js. To be called before other modules look for it. */
function provideFloat16Array() {
  if ('Float16Array' in globalThis) return;
  const typedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype);
  const tag = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(typedArrayPrototype, Symbol.toStringTag));
  const { isHalf } = Float16Array;
  Object.defineProperty(typedArrayPrototype, Symbol.toStringTag, {
    ...tag,
    get() {
      return isHalf(this) ? 'Float16Array' : tag.get?.call(this);
    },
  });
  Object.defineProperty(globalThis, 'Float16Array', { value: Float16Array, configurable: true, enumerable: false, writable: true });
}

exports.provideFloat16Array = provideFloat16Array;
