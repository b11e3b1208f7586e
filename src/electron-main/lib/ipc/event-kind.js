'use strict';

/**
 * Which of the three kinds of `ipcMain.on` messages an event is. Electron marks them only by their properties: a sendSync has an accessor
 * `returnValue`, a postMessage an array of ports, a send neither. A `returnValue` that an app's own listener assigned to a plain send is
 * an ordinary property (S68) and means nothing.
 * @param {Electron.IpcMainEvent} event
 * @returns {'sendSync' | 'postMessage' | 'send'}
 */
function kindOf(event) {
  if ('returnValue' in event && !isPlainProperty(event, 'returnValue')) {
    return 'sendSync';
  }
  return Array.isArray(event.ports) ? 'postMessage' : 'send';
}

/** @param {object} object @param {string} name */
function isPlainProperty(object, name) {
  const descriptor = Object.getOwnPropertyDescriptor(object, name);
  return descriptor !== undefined && 'value' in descriptor;
}

module.exports = { kindOf };
