'use strict';

const http = require('node:http');
const path = require('node:path');
const { createAppProtocol } = require('../../lib/pages/app-protocol');
const { EndpointLink } = require('../../lib/pages/endpoint-link');
const { temporaryFolder } = require('./temporary');

const OWN = 'app://local';
const DEVELOPMENT_SERVER = 'http://localhost:5173';
const SECRET = 's3cret';

/**
 * Plays .NET: a server on a private socket, behind the host's own protocol handler.
 * @param {import('node:test').TestContext} t
 * @param {http.RequestListener} listener
 */
async function serveEndpoints(t, listener) {
  const root = temporaryFolder(t, { 'wwwroot/index.html': '<h1>home</h1>', 'wwwroot/app.js': 'let a = 1;' });
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\ipcapp-test-${process.pid}-${Date.now()}` : path.join(root, 'http.sock');
  const server = http.createServer(listener);
  await new Promise((resolve) => server.listen(address, () => resolve(undefined)));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const endpoints = new EndpointLink();
  endpoints.use({ address, secret: SECRET });
  const answer = createAppProtocol({
    wwwroot: path.join(root, 'wwwroot'), root, endpoints, origins: () => new Set([OWN, DEVELOPMENT_SERVER]), framed: () => new Set(),
    ready: async () => true,
    settings: () => ({ development: false, contentSecurityPolicy: null }), log: { counted() {} },
  });
  /** @param {string} url @param {RequestInit & { duplex?: string, initiatorOrigin?: string }} [init] */
  const get = (url, { initiatorOrigin = OWN, ...init } = {}) => (
    answer(Object.assign(new Request(`${OWN}${url}`, init), { initiatorOrigin }))
  );
  return { get, endpoints, server };
}

module.exports = { serveEndpoints, SECRET, OWN, DEVELOPMENT_SERVER };
