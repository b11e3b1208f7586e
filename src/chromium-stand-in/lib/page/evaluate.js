'use strict';
const codec = require('../codec');
const { encodeInPage } = require('../renderer/page-scripts');

/** @typedef {import('devtools-protocol/types/protocol').Protocol.Runtime.ExceptionDetails} ExceptionDetails */
/** @typedef {import('devtools-protocol/types/protocol').Protocol.Runtime.RemoteObject} RemoteObject */

const scriptFailed = 'Script failed to execute, this normally means an error was thrown. Check the renderer console for the error.';

/** @param {ExceptionDetails} details */
function thrownValue({ exception }) {
  if (exception?.subtype !== 'error') return exception && 'value' in exception ? exception.value : new Error(scriptFailed);
  const description = exception.description ?? '';
  const message = /^(?:\w*Error: )?(.*)/.exec(description)?.[1] ?? description;
  return Object.assign(new Error(message), { stack: description });
}

/** Numbers and BigInts that JSON cannot say. @param {string} text */
function readNumber(text) {
  return text.endsWith('n') ? BigInt(text.slice(0, -1)) : Number(text);
}

/**
 * A value of a page as it comes to the main process.
 * @param {import('../cdp/session').CdpSession} cdp
 * @param {RemoteObject} value
 * @param {boolean} isolated whether the page's preload has a world of its own
 * @throws {Error} `An object could not be cloned.`, or it is too large
 */
async function cloneOf(cdp, { objectId, unserializableValue, value }, isolated) {
  if (objectId === undefined) return unserializableValue === undefined ? value : readNumber(unserializableValue);
  const args = [{ objectId }, { value: isolated }];
  const { result, exceptionDetails } = await cdp
    .send('Runtime.callFunctionOn', { functionDeclaration: encodeInPage, objectId, arguments: args, returnByValue: true })
    .finally(() => cdp.post('Runtime.releaseObject', { objectId }));
  if (exceptionDetails) throw thrownValue(exceptionDetails);
  return codec.decode(JSON.parse(result.value));
}

/**
 * Runs script in a frame's main world, as `executeJavaScript` does.
 * @param {import('./frame-node').FrameNode} node
 * @param {string} code
 * @param {boolean} userGesture
 * @returns {Promise<any>}
 */
async function evaluate(node, code, userGesture) {
  await node.page.ready;
  if (node.parent === null) await node.page.loader.settled();
  if (!node.session) throw new Error('The frame has no renderer');
  const { cdp } = node.session;
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression: String(code),
    awaitPromise: true,
    userGesture,
    ...(node.mainWorldId === null ? {} : { contextId: node.mainWorldId }),
  });
  if (exceptionDetails) throw thrownValue(exceptionDetails);
  return cloneOf(cdp, result, node.page.isolated);
}

exports.evaluate = evaluate;
