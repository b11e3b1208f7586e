'use strict';

/**
 * `contextBridge`. Runs in the page, as text.
 * @param {ReturnType<typeof import('./create-world-bridge')> | false} bridge absent without context isolation
 */
module.exports = function createContextBridge(bridge) {
  const mainWorldId = 0;

  /** @param {string} key @param {unknown} api */
  function exposeInMainWorld(key, api) {
    if (!bridge) throw new Error('contextBridge API can only be used when contextIsolation is enabled');
    bridge.request(['expose', String(key), bridge.marshal.pack(api)]);
  }

  return {
    exposeInMainWorld,
    /** @param {number} worldId @param {string} key @param {unknown} api */
    exposeInIsolatedWorld(worldId, key, api) {
      if (worldId !== mainWorldId) throw new Error('Only world 0, the main world, can be reached on the Chromium host');
      exposeInMainWorld(key, api);
    },
  };
};
