'use strict';

const assert = require('node:assert/strict');
const { spawn, spawnSync } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { test } = require('node:test');
const { createDirectory, removeUnused, sweepDirectories } = require('../../lib/bridge');
const { temporaryFolder } = require('../support/temporary');

const unix = { skip: process.platform === 'win32', timeout: 30_000 };
const onLinux = { skip: process.platform !== 'linux', timeout: 30_000 };

/** The id of a process that has ended. */
const goneId = () => spawnSync(process.execPath, ['-e', '']).pid;

/** @param {string} parent @param {string} name */
function make(parent, name) {
  const directory = path.join(parent, name);
  fs.mkdirSync(directory, { mode: 0o700 });
  fs.writeFileSync(path.join(directory, 'launch.json'), '{}');
  return directory;
}

/** What a sweep leaves. @param {string} parent */
async function sweep(parent) {
  await sweepDirectories(parent);
  return fs.readdirSync(parent).sort();
}

test('the directory of a process that is gone is removed, with what is in it', unix, async (t) => {
  const parent = temporaryFolder(t);
  make(parent, `ipcapp-${goneId()}-abcdef`);
  make(parent, `ipcapp-${goneId()}.1f-abcdef`);
  assert.deepEqual(await sweep(parent), []);
});

test('that of a process whose id is used again is removed', onLinux, async (t) => {
  const parent = temporaryFolder(t);
  make(parent, `ipcapp-${process.pid}.1-abcdef`);
  assert.deepEqual(await sweep(parent), []);
});

test('those of processes that run stay', unix, async (t) => {
  const parent = temporaryFolder(t);
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  t.after(() => child.kill());
  const names = [`ipcapp-${child.pid}-abcdef`, `ipcapp-${process.pid}-abcdef`].sort();
  names.forEach((name) => make(parent, name));
  assert.deepEqual(await sweep(parent), names);
});

test('createDirectory makes one that stays while this process runs', unix, async () => {
  const directory = createDirectory();
  try {
    await sweepDirectories();
    assert.ok(fs.existsSync(directory));
  } finally {
    removeUnused(directory);
  }
  assert.ok(!fs.existsSync(directory));
});

test('one in which a host still listens stays', unix, async (t) => {
  const parent = temporaryFolder(t);
  const name = `ipcapp-${goneId()}-abcdef`;
  const server = net.createServer().listen(path.join(make(parent, name), 'bridge.sock'));
  await once(server, 'listening');
  assert.deepEqual(await sweep(parent), [name]);
  server.close();
  await once(server, 'close');
  assert.deepEqual(await sweep(parent), []);
});

test('a socket that a killed host has left keeps nothing', unix, async (t) => {
  const parent = temporaryFolder(t);
  const socket = path.join(make(parent, `ipcapp-${goneId()}-abcdef`), 'bridge.sock');
  const killed = spawnSync(process.execPath, ['-e', `require('net').createServer().listen(${JSON.stringify(socket)}, () => process.kill(process.pid, 'SIGKILL'))`]);
  assert.equal(killed.signal, 'SIGKILL');
  assert.ok(fs.existsSync(socket));
  assert.deepEqual(await sweep(parent), []);
});

test('links, directories that others can enter, files and other names stay', unix, async (t) => {
  const parent = temporaryFolder(t);
  const elsewhere = make(temporaryFolder(t), 'elsewhere');
  const id = goneId();
  fs.symlinkSync(elsewhere, path.join(parent, `ipcapp-${id}-link`));
  fs.chmodSync(make(parent, `ipcapp-${id}-open`), 0o755);
  fs.writeFileSync(path.join(parent, `ipcapp-${id}-file`), '');
  make(parent, `ipcapp-${id}-a-b`);
  make(parent, 'ipcapp-test-abcdef');
  make(parent, `other-${id}-abcdef`);
  const before = fs.readdirSync(parent).sort();
  assert.deepEqual(await sweep(parent), before);
  assert.deepEqual(fs.readdirSync(elsewhere), ['launch.json']);
});

test('the directory of another user stays', { ...unix, skip: process.getuid?.() !== 0 }, async (t) => {
  const parent = temporaryFolder(t);
  const name = `ipcapp-${goneId()}-abcdef`;
  fs.chownSync(make(parent, name), 65_534, 65_534);
  assert.deepEqual(await sweep(parent), [name]);
});

test('a folder that does not exist is no error', unix, async () => {
  await sweepDirectories('/nowhere');
});
