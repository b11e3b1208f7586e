'use strict';
const { after, before } = require('node:test');
const { spawn } = require('node:child_process');
const { once } = require('node:events');

/** Gives this test file a display of its own, in memory. To be called before the host is loaded. */
function useDisplay() {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let server;
  before(async () => {
    process.env.IPCAPP_HEADLESS = '0';
    if (process.platform !== 'linux') return; // windows have a place there
    // Xvfb chooses a free number, and writes it to the descriptor when it is ready
    server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const failed = once(server, 'error').then(([error]) => {
      throw new Error(`Xvfb could not be started (${error.message}); install the package xvfb`);
    });
    const output = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    const [number] = await Promise.race([once(output, 'data'), failed]);
    process.env.DISPLAY = `:${String(number).trim()}`;
    delete process.env.WAYLAND_DISPLAY;
  });
  after(() => server?.kill());
}

exports.useDisplay = useDisplay;
