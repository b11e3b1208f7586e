'use strict';

const { UNKNOWN } = require('./initiator');

/** Methods that must not change anything, and that any page can make a browser send. */
const SAFE = ['GET', 'HEAD'];

/**
 * Which requests never reach .NET. There the same is checked once more (EndpointRefusals.cs, with the same words).
 * @param {Request} request
 * @param {string | null} initiator
 * @param {Set<string>} origins The origins that count as the app's own.
 * @returns {{ status: number, text: string } | null}
 */
function refusalOf({ method, headers }, initiator, origins) {
  const [own] = origins;
  if (headers.has('upgrade')) {
    return { status: 400, text: 'Refused: there are no WebSockets under app://local/. Use window.ipc, or server-sent events.' };
  }
  if (initiator === UNKNOWN) {
    return {
      status: 403,
      text: `Refused: the app's endpoints answer its own pages (${own}) only, and nothing tells whose page made this request. `
        + 'Older releases of Electron do not say; use a newer one, or window.ipc.',
    };
  }
  if (initiator !== null && !origins.has(initiator)) {
    return { status: 403, text: `Refused: the app's endpoints answer its own pages (${own}) only, not '${initiator}'.` };
  }
  if (SAFE.includes(method)) {
    return null;
  }
  if (initiator === null) {
    return { status: 403, text: `Refused: a ${method} request must come from a page of the app (${own}).` };
  }
  return headers.get('x-ipcapp') === '1' ? null : {
    status: 403,
    text: `Refused: a ${method} request needs the header 'X-IpcApp: 1', so that no form and no other site can make it. `
      + `Write fetch(url, { method: '${method}', headers: { 'X-IpcApp': '1' } }).`,
  };
}

module.exports = { refusalOf };
