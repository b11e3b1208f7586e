'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { electron, useHost, open, run, preload } = require('./support/host');

const { ipcMain, MessageChannelMain } = electron;
useHost();

/** @param {any} event */
function shape(event) {
  return {
    type: event.type,
    reply: typeof event.reply,
    ports: 'ports' in event && event.ports,
    hasReturnValue: 'returnValue' in event,
    preventDefault: typeof event.preventDefault,
    defaultPrevented: event.defaultPrevented,
  };
}

test('each kind of message has the members of its kind', async () => {
  const common = { type: 'frame', preventDefault: 'function', defaultPrevented: false };
  const { webContents } = await open('', { preload: preload('ports.js') });
  const [sent] = await Promise.all([once(ipcMain, 'shape-send'), run(webContents, `ports('send', 'shape-send')`)]);
  assert.deepEqual(shape(sent[0]), { ...common, reply: 'function', ports: false, hasReturnValue: false });

  ipcMain.once('shape-sync', (event) => {
    assert.equal(event.returnValue, undefined);
    event.returnValue = shape(event);
  });
  assert.deepEqual(await run(webContents, `ports('sendSync', 'shape-sync')`), {
    ...common,
    reply: 'function',
    ports: false,
    hasReturnValue: true,
  });

  ipcMain.handle('shape-invoke', (event) => shape(event));
  assert.deepEqual(await run(webContents, `ports('invoke', 'shape-invoke')`), {
    ...common,
    reply: 'undefined',
    ports: false,
    hasReturnValue: false,
  });

  const [posted] = await Promise.all([once(ipcMain, 'shape-post'), run(webContents, `ports('postMessage', 'shape-post', 1)`)]);
  assert.deepEqual(shape(posted[0]), { ...common, reply: 'undefined', ports: [], hasReturnValue: false });
});

test('the event names its sender', async () => {
  const { webContents } = await open();
  const [[event]] = await Promise.all([once(ipcMain, 'who'), run(webContents, `api.send('who')`)]);
  const { mainFrame } = webContents;
  assert.equal(event.sender, webContents);
  assert.equal(event.senderFrame, mainFrame);
  assert.deepEqual(
    [event.processId, event.frameId, event.frameTreeNodeId],
    [mainFrame.processId, mainFrame.routingId, mainFrame.frameTreeNodeId],
  );
  assert.deepEqual(
    [mainFrame.url, mainFrame.origin, mainFrame.name, mainFrame.detached],
    ['app://local/index.html', 'app://local', '', false],
  );
});

test('a message goes to contents event, frame, contents, main, in this order', async () => {
  const { webContents } = await open();
  /** @type {string[]} */
  const heard = [];
  webContents.on('ipc-message', (_event, channel) => heard.push(`event ${channel}`));
  webContents.mainFrame.ipc.on('route', () => heard.push('frame'));
  webContents.ipc.on('route', () => heard.push('contents'));
  ipcMain.on('route', () => heard.push('main'));
  await Promise.all([once(ipcMain, 'route'), run(webContents, `api.send('route')`)]);
  assert.deepEqual(heard, ['event route', 'frame', 'contents', 'main']);
});

test('reply and send reach the page, and only the preload hears them', async () => {
  const { webContents } = await open('', { preload: preload('probe.js') });
  ipcMain.once('uncloneable', () => assert.fail('sent'));
  assert.equal(await run(webContents, `probe('uncloneableSend', 'uncloneable')`), 'An object could not be cloned.');
  const answer = run(webContents, `probe('eventShape', 'news')`);
  webContents.send('news', 1, { two: 2n });
  assert.deepEqual(await answer, { keys: ['ports', 'sender'], ports: true, sender: true, args: [1, { two: 2n }] });
});

test('send never throws for what cannot be sent; postMessage does', async (t) => {
  const logged = t.mock.method(console, 'error', () => {});
  const { webContents } = await open();
  webContents.send('x', () => {});
  assert.equal(logged.mock.calls[0]?.arguments[0], 'Error sending from webFrameMain: ');
  assert.equal(logged.mock.calls[0]?.arguments[1].message, 'Failed to serialize arguments');
  assert.throws(() => webContents.send(/** @type {any} */ (5)), { name: 'TypeError', message: 'Missing required channel argument' });
  assert.throws(() => webContents.postMessage('x', () => {}), { message: 'An object could not be cloned.' });
  assert.throws(() => webContents.postMessage('x', 1, /** @type {any} */ (null)), { name: 'Error', message: 'Invalid value for transfer' });
  assert.throws(() => /** @type {any} */ (webContents).postMessage('x'), {
    name: 'TypeError',
    message: 'Insufficient number of arguments.',
  });
  assert.throws(() => webContents.sendToFrame(/** @type {any} */ ('1'), 'x'), {
    message: 'Missing required frame argument (must be number or [processId, frameId])',
  });
  assert.equal(webContents.sendToFrame([99999, 1], 'x'), false);
});

test('a channel that is no string is refused in the page', async () => {
  const { webContents } = await open('', { preload: preload('probe.js') });
  const text = 'TypeError: Error processing argument at index 1, conversion failure from undefined';
  for (const method of ['send', 'sendSync', 'invoke']) assert.equal(await run(webContents, `probe('channelError', '${method}')`), text);
  assert.equal(await run(webContents, `probe('channelError', 'postMessage')`), text.replace('index 1', 'index 0'));
});

test('microtasks of one message run before the next is dispatched', async () => {
  const { webContents } = await open();
  /** @type {string[]} */
  const order = [];
  ipcMain.on('micro', async (_event, n) => {
    order.push(`start ${n}`);
    await null;
    order.push(`end ${n}`);
  });
  await Promise.all([once(ipcMain, 'micro-end'), run(webContents, `api.send('micro', 1), api.send('micro', 2), api.send('micro-end')`)]);
  assert.deepEqual(order, ['start 1', 'end 1', 'start 2', 'end 2']);
});

test('a destroyed WebContents throws, except for id and ipc', async () => {
  const window = await open();
  const { webContents } = window;
  const frame = webContents.mainFrame;
  const destroyed = once(webContents, 'destroyed');
  window.destroy();
  await destroyed;
  assert.throws(() => webContents.send('x'), { name: 'TypeError', message: 'Object has been destroyed' });
  assert.throws(() => webContents.mainFrame, { name: 'TypeError', message: 'Object has been destroyed' });
  assert.equal(typeof webContents.id, 'number');
  assert.ok(webContents.ipc);
  assert.deepEqual([webContents.isDestroyed(), frame.isDestroyed(), frame.detached], [true, true, true]);
  assert.throws(() => frame.url, { message: 'Render frame was disposed before WebFrameMain could be accessed' });
  assert.throws(() => new MessageChannelMain().port1.postMessage(webContents), { message: 'An object could not be cloned.' });
});
