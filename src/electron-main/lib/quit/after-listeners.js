'use strict';

/**
 * Runs a function after all listeners of an event, those that are added later included. Electron raises its events by the object's own
 * `emit`, and reads `defaultPrevented` when that has returned: so this function sees what the listeners decided, and has the last word.
 * @param {NodeJS.EventEmitter} emitter
 * @param {string} name
 * @param {(event: Electron.Event) => void} run
 */
function afterListeners(emitter, name, run) {
  const { emit } = emitter;
  emitter.emit = function emitThenRun(event, ...args) {
    try {
      return emit.call(this, event, ...args);
    } finally {
      if (event === name) {
        run(args[0]);
      }
    }
  };
}

exports.afterListeners = afterListeners;
