'use strict';

/**
 * The codec as it is in a page. Runs in the page, as text.
 * @param {any} parts the factories of the files beside this one
 * @param {(kinds: ReturnType<typeof import('../codec/create-kinds')>) => (value: unknown) => unknown} [createCopy] in place of the engine's clone
 */
module.exports = function createPageCodec(parts, createCopy) {
  const clone = structuredClone;
  const messageText = parts.createMessageText();
  const kinds = parts.createKinds();
  const codec = parts.createCodec({
    messageText,
    toBase64: parts.toBase64,
    fromBase64: parts.fromBase64,
    // the engine knows values of every realm, proxies and all else that script cannot tell
    copy: createCopy?.(kinds) ?? ((/** @type {unknown} */ value) => clone(value)),
    kindOf: kinds.kindOf,
    isData: (/** @type {object} */ value) => Object.getPrototypeOf(value) === Object.prototype, // the clone is an object of the platform otherwise
    isPooledView: () => false,
  });
  return { codec, kinds, messageText };
};
