'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { listen, createDirectory, removeDirectory, BridgeAddressError, BridgeError, BridgeHandshakeError } = require('../../lib/bridge');
const { addressOf } = require('../../lib/bridge/address');
const { RawPeer, connectAsMain, introduce, takeSecret } = require('./support/main-process');

const isWindows = process.platform === 'win32';

/** @param {(directory: string) => Promise<void>} body */
function inDirectory(body) {
  return async () => {
    const directory = createDirectory();
    try {
      await body(directory);
    } finally {
      removeDirectory(directory);
    }
  };
}

/**
 * @param {string} directory
 * @param {Partial<import('../../lib/bridge/options').BridgeOptions>} [options]
 */
async function pairUp(directory, options) {
  const listener = await listen(directory, options);
  const [host, main] = await Promise.all([listener.accept(), connectAsMain(directory)]);
  return { listener, host, main };
}

/** The next messages of a connection, as promises. @param {import('../../lib/bridge/connection').Connection} connection */
function inbox(connection) {
  /** @type {Buffer[]} */
  const waiting = [];
  let wake = () => {};
  connection.start({
    onMessage: (_kind, _lane, _id, payload) => {
      waiting.push(payload);
      wake();
    },
    onClose: () => {}
  });
  return async () => {
    while (waiting.length === 0) {
      await new Promise((resolve) => { wake = () => resolve(null); });
    }
    return /** @type {Buffer} */ (waiting.shift());
  };
}

test('messages go both ways', inDirectory(async (directory) => {
  const { listener, host, main } = await pairUp(directory, { info: { host: 'test' } });
  const [fromMain, fromHost] = [inbox(host), inbox(main)];
  assert.equal(main.peer.info['host'], 'test');
  main.send(1, 1, 1, [Buffer.from('in '), Buffer.from('pieces')]);
  assert.equal(String(await fromMain()), 'in pieces');
  host.send(1, 1, 1, Buffer.alloc(5_000_000, 7));
  assert.ok((await fromHost()).equals(Buffer.alloc(5_000_000, 7)));
  listener.close();
  assert.equal((await host.close()).kind, 'closed');
  assert.equal((await main.closed).kind, 'closed-by-peer');
  assert.equal(host.send(1, 1, 1, Buffer.alloc(1)), 'closed');
}));

test('many sends of one tick become one write', inDirectory(async (directory) => {
  const { listener, host, main } = await pairUp(directory);
  const next = inbox(host);
  inbox(main);
  for (let id = 0; id < 100; id++) {
    main.send(1, 1, id, Buffer.from(String(id)));
  }
  const payloads = [];
  for (let id = 0; id < 100; id++) {
    payloads.push(await next());
  }
  assert.deepEqual(payloads.map(String), Array.from({ length: 100 }, (_, id) => String(id)));
  assert.equal(new Set(payloads.map((payload) => payload.buffer)).size, 1);
  listener.close();
  await host.close();
}));

test('a burst of messages, each sent in a tick of its own, becomes few writes', inDirectory(async (directory) => {
  const { listener, host, main } = await pairUp(directory);
  const next = inbox(host);
  inbox(main);
  for (let id = 0; id < 100; id++) {
    setImmediate(() => main.send(1, 1, id, Buffer.from(String(id))));
  }
  const chunks = new Set();
  for (let id = 0; id < 100; id++) {
    const payload = await next();
    assert.equal(String(payload), String(id));
    chunks.add(payload.buffer);
  }
  assert.ok(chunks.size <= 3, `${chunks.size} writes`);
  listener.close();
  await host.close();
}));

test('a connection can follow another, with a new secret', inDirectory(async (directory) => {
  const { listener, host, main } = await pairUp(directory);
  inbox(host);
  inbox(main);
  main.abort('the main process is restarted');
  assert.equal((await host.closed).kind, 'aborted-by-peer');
  assert.match((await host.closed).message, /is restarted/);
  const [again, mainAgain] = await Promise.all([listener.accept(), connectAsMain(directory)]);
  inbox(mainAgain);
  inbox(again);
  listener.close();
  await again.close();
}));

test('a main process that is faster than accept() waits for it', inDirectory(async (directory) => {
  const listener = await listen(directory);
  const peer = await RawPeer.connect(directory);
  const accepting = listener.accept();
  const { isWelcome } = await introduce(peer, () => takeSecret(directory));
  assert.equal(isWelcome, true);
  const host = await accepting;
  host.start({ onMessage: () => {}, onClose: () => {} });
  peer.socket.destroy();
  assert.equal((await host.closed).kind, 'lost');
  listener.close();
}));

test('only one accept at a time, and none beside a connection', inDirectory(async (directory) => {
  const listener = await listen(directory);
  const accepting = listener.accept();
  await assert.rejects(listener.accept(), BridgeError);
  const [host, main] = await Promise.all([accepting, connectAsMain(directory)]);
  await assert.rejects(listener.accept(), BridgeError);
  inbox(main);
  inbox(host);
  listener.close();
  await host.close();
}));

test('closing the listener ends accept() and takes secret and socket away', inDirectory(async (directory) => {
  const listener = await listen(directory);
  const accepting = listener.accept();
  listener.close();
  await assert.rejects(accepting, /was closed/);
  assert.deepEqual(fs.readdirSync(directory), []);
  await assert.rejects(listener.accept(), /is closed/);
}));

test('nobody in time is one error, and the listener can accept again', inDirectory(async (directory) => {
  const listener = await listen(directory);
  const isLate = (/** @type {unknown} */ error) => error instanceof BridgeHandshakeError && /within 20 ms/.test(error.message);
  await assert.rejects(listener.accept({ handshakeTimeout: 20 }), isLate);
  const [host, main] = await Promise.all([listener.accept(), connectAsMain(directory)]);
  inbox(main);
  inbox(host);
  listener.close();
  await host.close();
}));

test('the secret is for its owner alone', { skip: isWindows }, inDirectory(async (directory) => {
  const listener = await listen(directory);
  const accepting = listener.accept();
  assert.equal(fs.statSync(path.join(directory, 'secret')).mode & 0o777, 0o600);
  assert.equal(fs.statSync(directory).mode & 0o777, 0o700);
  listener.close();
  await assert.rejects(accepting);
}));

test('a directory that others can enter is refused', { skip: isWindows }, inDirectory(async (directory) => {
  fs.chmodSync(directory, 0o750);
  await assert.rejects(listen(directory), (error) => error instanceof BridgeAddressError && /mode 0750/.test(error.message));
}));

test('a main process that is killed before the host begins to read is noticed', { timeout: 10_000 }, inDirectory(async (directory) => {
  const listener = await listen(directory);
  const accepted = listener.accept();
  const peer = await RawPeer.connect(directory);
  await introduce(peer, () => takeSecret(directory));
  const host = await accepted;
  peer.socket.destroy();
  await host.closed;
  const reason = await new Promise((resolve) => { host.start({ onMessage: () => {}, onClose: resolve }); });
  assert.equal(reason.kind, 'lost');
  listener.close();
}));

for (const isRead of [true, false]) {
  const what = isRead ? 'has read all' : 'has not read what was sent to it';
  test(`a main process that is killed and ${what} went away without a goodbye`, { timeout: 10_000 }, inDirectory(async (directory) => {
    const listener = await listen(directory);
    const accepted = listener.accept();
    const peer = await RawPeer.connect(directory);
    await introduce(peer, () => takeSecret(directory));
    const host = await accepted;
    peer.socket.pause();
    if (!isRead) {
      host.send(1, 0, 0, Buffer.from('unread'));
      await new Promise((resolve) => { setImmediate(resolve); });
    }
    peer.socket.destroy();
    host.start({ onMessage: () => {}, onClose: () => {} });
    const { kind, message } = await host.closed;
    listener.close();
    assert.equal(kind, 'lost');
    assert.match(message, /^The \.NET main process went away without a goodbye: it has crashed or was killed( \(.*\))?\.$/);
  }));
}

test('the path of the socket is measured before use', { skip: isWindows }, () => {
  assert.throws(() => addressOf(`/${'x'.repeat(95)}`, 'linux'), /is 108 bytes long; this system allows 107/);
  assert.throws(() => addressOf(`/${'x'.repeat(91)}`, 'darwin'), /is 104 bytes long; this system allows 103/);
  assert.equal(addressOf(`/${'x'.repeat(94)}`, 'linux').length, 107);
  assert.throws(() => addressOf(`/${'é'.repeat(50)}`, 'linux'), /is 113 bytes long/);
});

test('on Windows the address is a pipe named after the directory', () => {
  assert.match(addressOf('C:\\Users\\a\\ipcapp-1', 'win32'), /^\\\\\.\\pipe\\ipcapp-[0-9a-f]{32}$/);
  assert.equal(addressOf('C:\\Users\\a\\ipcapp-1\\', 'win32'), addressOf('C:\\Users\\a\\ipcapp-1', 'win32'));
});

test('an option out of range is named', inDirectory(async (directory) => {
  await assert.rejects(listen(directory, { maxMessageBytes: 1 }), /'maxMessageBytes' must be a whole number from 1024/);
}));

test('a secret that cannot be written is told with the way out', inDirectory(async (directory) => {
  const listener = await listen(directory);
  fs.mkdirSync(path.join(directory, 'secret'));
  await assert.rejects(listener.accept(), (error) => error instanceof BridgeAddressError
    && /^The bridge's secret cannot be written \(.*\)\. Make room there, or use another directory\.$/.test(error.message));
  listener.close();
}));
