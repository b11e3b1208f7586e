'use strict';

/**
 * `process` of a preload script: the members of Electron's sandboxed one and no others, with the events `loaded`, `document-start`,
 * `document-end` and `exit`. Without the sandbox it has what Node adds and this host knows. Runs in the page, as text.
 * @param {object} options
 * @param {any} options.config
 * @param {any} options.EventEmitter
 * @param {(question: string) => any} options.ask blocks the page
 * @param {(name: string) => Error} options.errorFor an error for a member that this host does not have
 */
module.exports = function createProcess({ config, EventEmitter, ask, errorFor }) {
  const { workingDirectory, resourcesPath, systemVersion, creationTime, ...properties } = config.process;
  const kilobyte = 1024;
  const absent = ['getBlinkMemoryInfo', 'getCPUUsage'];

  /** Chromium tells pages three of these sizes; of memory outside the heap it tells nothing. */
  function getHeapStatistics() {
    const { totalJSHeapSize, usedJSHeapSize, jsHeapSizeLimit } = /** @type {any} */ (performance).memory;
    const [total = 0, used = 0, limit = 0] = [totalJSHeapSize, usedJSHeapSize, jsHeapSizeLimit].map((size) => Math.floor(size / kilobyte));
    return {
      totalHeapSize: total,
      totalHeapSizeExecutable: 0,
      totalPhysicalSize: total,
      totalAvailableSize: limit - used,
      usedHeapSize: used,
      heapSizeLimit: limit,
      mallocedMemory: 0,
      peakMallocedMemory: 0,
      doesZapGarbage: false,
    };
  }

  const process = Object.assign(new EventEmitter(), properties, {
    type: 'renderer',
    contextIsolated: config.isolated,
    contextId: `${config.nonce.slice(0, 8)}-${Math.floor(performance.timeOrigin)}`,
    isMainFrame: window === window.top,
    uptime: () => (Date.now() - creationTime) / 1000,
    crash: () => ask('crash'), // the answer is the end of this renderer
    hang() {
      for (;;);
    },
    getCreationTime: () => creationTime,
    getHeapStatistics,
    getSystemMemoryInfo: () => ask('system-memory'),
    getSystemVersion() {
      if (systemVersion === undefined) throw errorFor('process.getSystemVersion on macOS');
      return systemVersion;
    },
    getProcessMemoryInfo: () => Promise.reject(errorFor('process.getProcessMemoryInfo')),
  });
  for (const name of absent) {
    process[name] = () => {
      throw errorFor(`process.${name}`);
    };
  }
  let noDeprecation = false;
  Object.defineProperty(process, 'noDeprecation', {
    get: () => noDeprecation,
    set: (/** @type {boolean} */ value) => {
      noDeprecation = value;
    },
  });
  if (config.process.sandboxed) return process;
  return Object.assign(process, {
    defaultApp: true,
    execArgv: [],
    resourcesPath,
    cwd: () => workingDirectory,
    nextTick: (/** @type {Function} */ run, /** @type {unknown[]} */ ...args) => queueMicrotask(() => run(...args)),
  });
};
