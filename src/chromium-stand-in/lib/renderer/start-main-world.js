'use strict';

/**
 * The main world's side of the bridge. Runs in the page, as text.
 * @param {{ nonce: string, policyNonce: string, subFrames: boolean }} config
 * @param {any} parts
 */
module.exports = function startMainWorld({ nonce, policyNonce, subFrames }, parts) {
  if (!subFrames && window !== window.top) return;
  /** @typedef {ReturnType<typeof import('./create-marshal')>} Marshal */
  const compile = parts.createCompiler(policyNonce);

  /** @param {string} key */
  function check(key) {
    if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
  }

  /** @type {Record<string, (marshal: Marshal, ...details: any[]) => unknown>} */
  const answers = {
    check: (_marshal, key) => check(key),
    expose(marshal, key, packed) {
      check(key);
      const value = marshal.deepFreeze(marshal.unpack(packed));
      Object.defineProperty(window, key, { value, enumerable: true, configurable: false, writable: false });
    },
    execute: (marshal, source, args) => marshal.packResult(compile(source)(...marshal.unpackAll(args))),
  };
  const bridge = parts.createWorldBridge({
    nonce,
    side: 'main',
    parts,
    answer: (/** @type {any[]} */ [question, ...details], /** @type {Marshal} */ marshal) => answers[question]?.(marshal, ...details),
  });
  parts.guardWindowOpen((/** @type {unknown} */ details) => bridge.request(['window-open', details]));
  parts.guardPermissions((/** @type {unknown[]} */ ...details) => bridge.marshal.unpack(bridge.request(['permission', details])));
};
