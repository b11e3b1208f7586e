'use strict';
const codec = require('../codec');
const { IpcMainImpl, ipcMain } = require('./ipc-main');
const { createIpcEvent, addReply } = require('./ipc-event');
const { MessagePortMain } = require('./message-port-main');
const { RemotePort } = require('./remote-port');
const { Reply, neverSent } = require('./reply');
const { answerRuntime, decidePermission } = require('./runtime-questions');
const { answerSync } = require('./sync-answer');
const { WebFrameMain } = require('../web-contents/web-frame-main');
const { syncCalls } = require('../browser/sync-calls');

/** @typedef {import('../page/script-context').ScriptContext} ScriptContext */

/**
 * Who hears a message: the sending frame's emitter if an app ever asked for it, the WebContents', the global one (S32, S38).
 * @param {ScriptContext} context
 */
function emittersOf({ page, node }) {
  const frameIpc = node.existingFrame && WebFrameMain.existingIpcOf(node.existingFrame);
  return [...(frameIpc ? [frameIpc] : []), page.ipc, ipcMain];
}

/**
 * @param {ScriptContext} context @param {string} channel @param {any} event @param {unknown[]} args
 * @returns {boolean} whether there was a listener
 */
function emitOnAll(context, channel, event, args) {
  let heard = false;
  for (const emitter of emittersOf(context)) heard = emitter.emit(channel, event, ...args) || heard;
  return heard;
}

/** @param {ScriptContext} context @param {string} channel @param {unknown} wire */
function dispatchSend(context, channel, wire) {
  const event = createIpcEvent(context);
  addReply(event);
  const args = codec.decode(wire);
  context.page.webContents.emit('ipc-message', event, channel, ...args);
  emitOnAll(context, channel, event, args);
}

/** @param {ScriptContext} context @param {number} id @param {string} channel @param {unknown} wire */
async function dispatchInvoke(context, id, channel, wire) {
  const event = createIpcEvent(context);
  const fail = rejection(context, id);
  const reply = new Reply(event, fail);
  const handlers = emittersOf(context).map((emitter) => IpcMainImpl.handlerOf(emitter, channel));
  const handler = handlers.find((each) => each !== undefined);
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const result = await handler(event, ...codec.decode(wire));
    reply.once(() => context.post(['r', id, codec.encode(result)]));
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    const text = /** @type {any} */ (error).toString();
    reply.once(() => fail(text));
  }
}

/** @param {ScriptContext} context @param {string} id @param {string} channel @param {unknown} wire */
function dispatchSync(context, id, channel, wire) {
  syncCalls.begin(id, context);
  const event = createIpcEvent(context);
  addReply(event);
  const reply = setReturnValue(event, id);
  const { webContents } = context.page;
  const listeners = emittersOf(context).reduce((sum, emitter) => sum + emitter.listenerCount(channel), 0);
  if (listeners + webContents.listenerCount('ipc-message-sync') === 0) {
    console.warn(`WebContents #${webContents.id} called ipcRenderer.sendSync() with '${channel}' channel without listeners.`);
    reply({ error: neverSent }); // no code has the event, so the page need not wait for the garbage collector
    return;
  }
  const args = codec.decode(wire);
  webContents.emit('ipc-message-sync', event, channel, ...args);
  emitOnAll(context, channel, event, args);
}

/** @param {any} event @param {string} id */
function setReturnValue(event, id) {
  const reply = new Reply(event, syncFailure(id));
  const set = (/** @type {unknown} */ value) => reply.once(() => answerSync(id, value));
  Object.defineProperty(event, 'returnValue', { configurable: true, enumerable: true, get: () => undefined, set });
  return set;
}

// These two stand apart so that what they return refers to nothing but their parameters: closures of one function share their scope.

/** @param {ScriptContext} context @param {number} id @returns {(text: string) => void} */
function rejection(context, id) {
  return (text) => {
    try {
      context.post(['x', id, text]);
    } catch (error) {
      context.post(['x', id, String(error)]); // the failure's own text is too large
    }
  };
}

/** @param {string} id @returns {(text: string) => void} */
function syncFailure(id) {
  return (error) => answerSync(id, { error });
}

/** @param {ScriptContext} context @param {string} channel @param {unknown} wire @param {string[]} portIds */
function dispatchPostMessage(context, channel, wire, portIds) {
  const event = createIpcEvent(context);
  event.ports = portIds.map((id) => new MessagePortMain(RemotePort.adopt(context, id)));
  const ports = [...event.ports];
  if (emitOnAll(context, channel, event, [codec.decode(wire)])) return;
  for (const port of ports) port.close(); // no code can hold them (S138)
}

/**
 * One message of a page's runtime.
 * @param {ScriptContext} context
 * @param {string} text
 */
function dispatch(context, text) {
  const [kind, ...rest] = JSON.parse(text);
  switch (kind) {
    case 's':
      return dispatchSend(context, rest[0], rest[1]);
    case 'i':
      return void dispatchInvoke(context, rest[0], rest[1], rest[2]);
    case 'y':
      return dispatchSync(context, rest[0], rest[1], rest[2]);
    case 'p':
      return dispatchPostMessage(context, rest[0], rest[1], rest[2]);
    case 'm':
      return context.ports.get(rest[0])?.received(rest[1], rest[2]);
    case 'c':
      return context.ports.get(rest[0])?.closed();
    case 'q':
      return answerRuntime(context, rest[0], rest[1], rest[2]);
    case 'a':
      return void decidePermission(context, rest[0], rest[2]);
    case 'n':
      context.node.name = rest[0];
      return;
    case 'f':
      return context.page.focus.changed(context.node, rest[0]);
    case 'e':
      return context.page.preloadFailed(rest[0], codec.decode(rest[1]));
  }
}

exports.dispatch = dispatch;
