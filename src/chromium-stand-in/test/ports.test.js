'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { electron, useHost, open, run, preload } = require('./support/host');

const { ipcMain, MessageChannelMain } = electron;
useHost();

const openPorts = () => open('', { preload: preload('ports.js') });

test('a port from a page to main works both ways', async () => {
  const { webContents } = await openPorts();
  const transferred = once(ipcMain, 'from-page');
  webContents.send('transfer', 'from-page');
  const [event, message] = await transferred;
  const [port] = event.ports;
  assert.equal(message, 'a port');
  const answer = once(port, 'message');
  port.start();
  port.postMessage({ map: new Map([[1, 2n]]) });
  const [{ data, ports }] = await answer;
  assert.deepEqual(data, ['echo', { map: new Map([[1, 2n]]) }, 0]);
  assert.deepEqual(ports, []);
  const closed = once(ipcMain, 'from-page-closed');
  let local = 0;
  port.on('close', () => local++);
  port.close();
  assert.equal(local, 1);
  await closed;
  port.postMessage('silently dropped');
});

test('a port from main to a page works both ways', async () => {
  const { webContents } = await openPorts();
  const { port1, port2 } = new MessageChannelMain();
  port1.postMessage('queued before the transfer');
  webContents.postMessage('port', 'label', [port2]);
  port2.postMessage('neutered, so dropped');
  const first = once(port1, 'message');
  port1.start();
  assert.deepEqual((await first)[0].data, { message: 'label', data: 'queued before the transfer' });
  const second = once(port1, 'message');
  port1.postMessage([1, undefined]);
  assert.deepEqual((await second)[0].data, { message: 'label', data: [1, undefined] });
});

test("two pages talk over a channel of main's", async () => {
  const [one, other] = await Promise.all([openPorts(), openPorts()]);
  const { port1, port2 } = new MessageChannelMain();
  /** @type {Map<string, string>} */
  const heard = new Map();
  const both = new Promise((resolve) =>
    ipcMain.on('peer-heard', (_event, who, what) => {
      if (heard.set(who, what).size === 2) resolve(undefined);
    }),
  );
  one.webContents.postMessage('peer', 'one', [port1]);
  other.webContents.postMessage('peer', 'other', [port2]);
  await both;
  assert.deepEqual(Object.fromEntries(heard), { one: 'other', other: 'one' });
});

test('a port travels over a port', async () => {
  const { webContents } = await openPorts();
  const transferred = once(ipcMain, 'carrier');
  webContents.send('transfer', 'carrier');
  const [
    {
      ports: [carrier],
    },
  ] = await transferred;
  const { port1, port2 } = new MessageChannelMain();
  const arrived = once(port1, 'message');
  port1.start();
  carrier.postMessage('take it', [port2]);
  assert.equal((await arrived)[0].data, 'over a port');
});

test('ports within main: queueing, start, closing', async () => {
  const { port1, port2 } = new MessageChannelMain();
  port1.postMessage(undefined);
  /** @type {any} */ (port1).postMessage();
  port1.close();
  /** @type {unknown[]} */
  const got = [];
  port2.on('message', ({ data }) => got.push(data));
  let closed = 0;
  const end = once(port2, 'close').then(() => closed++);
  await new Promise(setImmediate);
  assert.deepEqual([got, closed], [[], 0]);
  port2.start();
  await end;
  assert.deepEqual(got, [undefined, null]);
  assert.equal(closed, 1);
});

test("bad transfers throw Electron's texts, and nothing is neutered", async () => {
  const { port1, port2 } = new MessageChannelMain();
  const other = new MessageChannelMain();
  const post = (/** @type {any} */ transfer) => () => port1.postMessage(1, transfer);
  assert.throws(post(null), { name: 'TypeError', message: 'transferables must be an array of MessagePorts' });
  assert.throws(post([null]), { name: 'TypeError', message: 'Port at index 0 is not a valid port' });
  assert.throws(post([port1]), { name: 'Error', message: 'Port at index 0 contains the source port.' });
  assert.throws(post([other.port1, other.port1]), { message: 'Port at index 1 is a duplicate.' });
  assert.throws(() => port1.postMessage(() => {}), { message: 'An object could not be cloned.' });
  const arrived = once(port2, 'message');
  port2.start();
  port1.postMessage('still usable', [other.port1]);
  assert.equal((await arrived)[0].ports.length, 1);
  assert.throws(post([other.port1]), { message: 'Port at index 0 is already neutered.' });
});

test('bad transfers in a page throw a TypeError', async () => {
  const { webContents } = await openPorts();
  for (const kind of ['null', 'object', 'text', 'buffer']) {
    assert.equal(await run(webContents, `badTransfer('${kind}')`), 'TypeError: Invalid value for transfer');
  }
  assert.equal(await run(webContents, `badTransfer('none')`), 'sent');
});

test('a page that goes away closes its ports', async () => {
  const { webContents } = await openPorts();
  const transferred = once(ipcMain, 'leaving');
  webContents.send('transfer', 'leaving');
  const [
    {
      ports: [port],
    },
  ] = await transferred;
  port.start();
  const closed = once(port, 'close');
  webContents.reload();
  await closed;
});

test('on a closed port nothing happens, not even to the ports that are handed to it', async () => {
  const { port1 } = new MessageChannelMain();
  const other = new MessageChannelMain();
  port1.close();
  port1.postMessage(() => {}, [other.port1]);
  port1.start();
  const arrived = once(other.port2, 'message');
  other.port2.start();
  other.port1.postMessage('still mine');
  assert.equal((await arrived)[0].data, 'still mine');
});

test('close on a transferred port tells its own object only', async () => {
  const { webContents } = await openPorts();
  const { port1, port2 } = new MessageChannelMain();
  webContents.postMessage('port', 'label', [port2]);
  let closed = 0;
  port2.on('close', () => closed++);
  port2.close();
  port2.close();
  assert.equal(closed, 1);
  const answer = once(port1, 'message');
  port1.start();
  port1.postMessage('open');
  assert.deepEqual((await answer)[0].data, { message: 'label', data: 'open' });
});

test('ports that are lost with their message close their peers (S138)', async () => {
  const { webContents } = await openPorts();
  const unheard = new MessageChannelMain();
  const toClosed = new MessageChannelMain();
  const carrier = new MessageChannelMain();
  const queued = new MessageChannelMain();
  const peers = [unheard, toClosed, queued].map(({ port2 }) => {
    port2.start();
    return once(port2, 'close');
  });
  webContents.postMessage('nobody listens here', null, [unheard.port1]);
  carrier.port1.postMessage('never received', [queued.port1]);
  carrier.port2.close();
  carrier.port1.postMessage('too late', [toClosed.port1]);
  await Promise.all(peers);
});

test('a port on a channel without listeners closes its peer in the page', async () => {
  const { webContents } = await openPorts();
  const closed = once(ipcMain, 'unheard-closed');
  webContents.send('transfer', 'unheard');
  await closed;
});

test('a disposed frame loses the ports that are posted to it (S130)', async () => {
  const { webContents } = await openPorts();
  const { port1, port2 } = new MessageChannelMain();
  const { mainFrame } = webContents;
  const gone = once(webContents, 'render-process-gone');
  webContents.forcefullyCrashRenderer();
  await gone;
  assert.throws(() => mainFrame.postMessage('port', 1, [port2]), { message: /^Render frame was disposed/ });
  assert.throws(() => mainFrame.postMessage('port', 1, [port2]), { message: 'Port at index 0 is already neutered.' });
  port1.start();
});

test("postMessage's mistakes have Electron's texts (S129)", async () => {
  const { webContents } = await openPorts();
  const post = (/** @type {any[]} */ ...args) => () => Reflect.apply(webContents.postMessage, webContents, args);
  assert.throws(post(), { name: 'TypeError', message: /Insufficient number of arguments/ });
  assert.throws(post('channel'), { name: 'TypeError', message: /Insufficient number of arguments/ });
  assert.throws(post(5, 1), { name: 'TypeError', message: /Error processing argument at index 0/ });
  for (const bad of [null, {}, [null], [{}], 'text']) {
    assert.throws(post('channel', 1, bad), { name: 'Error', message: 'Invalid value for transfer' });
  }
  assert.throws(post('channel', () => {}, null), { message: 'An object could not be cloned.' });
  const { port1 } = new MessageChannelMain();
  assert.throws(post('channel', 1, [port1, port1]), { message: 'Port at index 1 is a duplicate.' });
});

test('what main cannot read arrives as null', async () => {
  const { webContents } = await openPorts();
  const transferred = once(ipcMain, 'odd');
  webContents.send('transfer', 'odd');
  const [
    {
      ports: [port],
    },
  ] = await transferred;
  const answer = once(port, 'message');
  port.start();
  port.postMessage('send a blob');
  assert.equal((await answer)[0].data, null);
});
