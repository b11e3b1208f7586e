'use strict';

/** @typedef {import('../page/script-context').ScriptContext} ScriptContext */

const lateAccess = 'Frame property was accessed after it navigated or was destroyed. Avoid asynchronous tasks prior to indexing.';

class Event {
  #defaultPrevented = false;

  get defaultPrevented() {
    return this.#defaultPrevented;
  }

  preventDefault() {
    this.#defaultPrevented = true;
  }
}

/**
 * An event object as Electron's native side makes them, with these own properties.
 * @template {object} T
 * @param {T} [properties]
 * @returns {Event & T}
 */
function createEvent(properties) {
  return Object.assign(new Event(), properties);
}

/**
 * What all four kinds of messages carry; the dispatcher adds what only one kind has.
 * @param {ScriptContext} context
 */
function createIpcEvent(context) {
  const { page, node, host } = context;
  const event = createEvent({
    type: 'frame',
    sender: page.webContents,
    processId: host.processId,
    frameId: host.routingId,
    frameTreeNodeId: node.treeId,
  });
  Object.defineProperty(event, 'senderFrame', {
    configurable: true,
    enumerable: true,
    get() {
      if (node.host === host && !node.disposed) return node.frame;
      process.emitWarning(lateAccess, 'electron');
      return null;
    },
  });
  return /** @type {any} */ (event);
}

/** `event.reply`: to the document that sent, if it is still there. @param {any} event */
function addReply(event) {
  const { sender, processId, frameId } = event;
  event.reply = (/** @type {string} */ channel, /** @type {unknown[]} */ ...args) => {
    sender.sendToFrame([processId, frameId], channel, ...args);
  };
}

exports.createEvent = createEvent;
exports.createIpcEvent = createIpcEvent;
exports.addReply = addReply;
