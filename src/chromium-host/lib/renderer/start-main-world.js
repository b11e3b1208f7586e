'use strict';

/**
 * The main world's side of the bridge. Runs in the page, as text.
 * @param {{ nonce: string, subFrames: boolean }} config
 * @param {any} parts
 */
module.exports = function startMainWorld({ nonce, subFrames }, parts) {
  if (!subFrames && window !== window.top) return;
  const bridge = parts.createWorldBridge({
    nonce,
    side: 'main',
    createMarshal: parts.createMarshal,
    answer(/** @type {any[]} */ [, key, packed], /** @type {ReturnType<typeof import('./create-marshal')>} */ marshal) {
      if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(window, key, { value: marshal.unpack(packed, true), enumerable: true, configurable: false, writable: false });
    },
  });
  parts.guardWindowOpen((/** @type {unknown} */ details) => bridge.request(['window-open', details]));
};
