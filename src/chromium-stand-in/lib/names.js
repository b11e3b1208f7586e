'use strict';
const { randomBytes } = require('node:crypto');

const nonce = randomBytes(8).toString('hex');

/** Names shared with the page. A page's own script sees none of them, and could not guess the run's nonce. */
module.exports = {
  nonce,
  /** lets one inline script of the host's own run in pages whose policy allows none */
  policyNonce: randomBytes(16).toString('base64'),
  world: 'Electron Isolated Context',
  /** function in the isolated world: page to host */
  binding: `__ipcapp_out_${nonce}`,
  /** function in the isolated world: host to page */
  receiver: `__ipcapp_in_${nonce}`,
  /** where the preload scripts find the runtime */
  runtime: `__ipcapp_run_${nonce}`,
  /** a host that never resolves: its requests are answered by the host program, and block a page meanwhile */
  syncOrigin: 'https://sync.ipcapp-host',
};
