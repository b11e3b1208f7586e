'use strict';

const { spawn } = require('node:child_process');
const path = require('node:path');
const { listen, createDirectory, removeDirectory } = require('../../../src/electron-main/lib/bridge');
const { KIND } = require('../../../src/electron-main/lib/messages');
const { Caller } = require('./caller');

const ECHO = path.join(__dirname, '..', '..', 'bridge', 'node-echo.js');
const LANE = 1;

/**
 * The floor: a second Node that sends back the bytes, over the same bridge. It ends with its connection.
 * @returns {Promise<(payload: Buffer) => Promise<void>>}
 */
async function startEcho() {
  const directory = createDirectory();
  const listener = await listen(directory);
  spawn(process.execPath, [ECHO, directory], { stdio: 'inherit' });
  const caller = new Caller(await listener.accept(), KIND.invoke, () => {}, () => {});
  listener.close();
  process.on('exit', () => removeDirectory(directory));
  return (payload) => caller.call(LANE, payload);
}

exports.startEcho = startEcho;
