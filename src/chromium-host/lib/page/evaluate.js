'use strict';
const { fromDeepValue } = require('./deep-value');

/** @typedef {import('devtools-protocol/types/protocol').Protocol.Runtime.ExceptionDetails} ExceptionDetails */

const scriptFailed = 'Script failed to execute, this normally means an error was thrown. Check the renderer console for the error.';

/** @param {ExceptionDetails} details */
function thrownValue({ exception }) {
  if (exception?.subtype !== 'error') return exception && 'value' in exception ? exception.value : new Error(scriptFailed);
  const description = exception.description ?? '';
  const message = /^(?:\w*Error: )?(.*)/.exec(description)?.[1] ?? description;
  return Object.assign(new Error(message), { stack: description });
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
  const result = await node.session.cdp.send('Runtime.evaluate', {
    expression: String(code),
    awaitPromise: true,
    userGesture,
    serializationOptions: { serialization: 'deep' },
    ...(node.mainWorldId === null ? {} : { contextId: node.mainWorldId }),
  });
  if (result.exceptionDetails) throw thrownValue(result.exceptionDetails);
  return result.result.deepSerializedValue ? fromDeepValue(result.result.deepSerializedValue) : result.result.value;
}

exports.evaluate = evaluate;
