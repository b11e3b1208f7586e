'use strict';

/**
 * `contextBridge`. Runs in the page, as text.
 * @param {ReturnType<typeof import('./create-world-bridge')> | false} bridge absent without context isolation
 */
module.exports = function createContextBridge(bridge) {
  const mainWorldId = 0;

  function isolated() {
    if (!bridge) throw new Error('contextBridge API can only be used when contextIsolation is enabled');
    return bridge;
  }

  /** @param {string} key @param {unknown} api */
  function exposeInMainWorld(key, api) {
    const { request, marshal } = isolated();
    request(['check', String(key)]); // before the API is looked at, as its getters might tell
    request(['expose', String(key), marshal.pack(api)]);
  }

  return {
    exposeInMainWorld,
    /** @param {number} worldId @param {string} key @param {unknown} api */
    exposeInIsolatedWorld(worldId, key, api) {
      isolated();
      if (worldId !== mainWorldId) throw new Error('Only world 0, the main world, can be reached on the Chromium host');
      exposeInMainWorld(key, api);
    },
    /** @param {{ func: Function, args?: unknown[] }} script the function crosses as its text, its arguments as all others do */
    executeInMainWorld(script) {
      const { request, marshal } = isolated();
      if (typeof script?.func !== 'function') throw new TypeError("executeInMainWorld needs an object with a function as 'func'");
      const { func, args = [] } = script;
      if (!Array.isArray(args)) throw new TypeError("executeInMainWorld needs an array as 'args'");
      return marshal.unpack(request(['execute', String(func), marshal.packAll(args)]));
    },
  };
};
