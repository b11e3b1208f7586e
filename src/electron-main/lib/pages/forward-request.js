'use strict';

const http = require('node:http');
const { pipeline } = require('node:stream');

/**
 * Sends a page's request over the private socket and waits for the head of the answer. Each has a connection of its own: it is cheap on a
 * socket of this machine, ends with its request, and so tells .NET when a page has gone away.
 * @param {Request} request
 * @param {string} socketPath
 * @param {Record<string, string>} headers
 * @returns {Promise<http.IncomingMessage>}
 */
function forwardRequest(request, socketPath, headers) {
  const { pathname, search } = new URL(request.url);
  return new Promise((resolve, reject) => {
    const outgoing = http.request({
      socketPath, method: request.method, path: pathname + search, headers, agent: false, signal: request.signal,
    });
    outgoing.on('error', reject);
    outgoing.on('response', resolve);
    sendBody(request.body, outgoing);
  });
}

/**
 * No faster than .NET takes it. A failure on either side ends the other; the request's own error event tells of it.
 * @param {ReadableStream<Uint8Array> | null} body
 * @param {http.ClientRequest} outgoing
 */
function sendBody(body, outgoing) {
  if (body === null) {
    outgoing.end();
  } else {
    pipeline(copies(body), outgoing, () => {});
  }
}

/** Copies, since Electron reads every piece of a streamed upload into the same memory. @param {ReadableStream<Uint8Array>} body */
async function* copies(body) {
  for await (const chunk of body) {
    yield Buffer.from(chunk);
  }
}

module.exports = { forwardRequest };
