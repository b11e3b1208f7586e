'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { NET_NUMBER } = require('../../lib/ports/port-wire');
const { App } = require('../support/app');

/** What the page does with ports that come to its window: they are kept by channel, and what comes on them is kept by name. */
const PAGE = `
window.inbox = {};
const waiting = {};
function arrived(name, value) {
  const waiter = (waiting[name] ??= []).shift();
  waiter ? waiter(value) : (inbox[name] ??= []).push(value);
}
window.next = async (name) => inbox[name]?.length ? inbox[name].shift() : new Promise((resolve) => (waiting[name] ??= []).push(resolve));
window.use = (name, port) => {
  window[name] = port;
  port.onmessage = (e) => { e.ports.forEach((each, i) => use(name + i, each)); arrived(name, e.data); };
  port.addEventListener('close', () => arrived(name, 'closed'));
};
addEventListener('message', (e) => {
  if (e.source !== window || e.data?.type !== 'ipcapp:port') return;
  e.ports.forEach((port, i) => use(e.data.channel + i, port));
});
window.postToMain = (channel, message, ...ports) => window.postMessage({ type: 'ipcapp:post', channel, message }, location.origin, ports);
for (const channel of ['take', 'other']) ipc.on(channel, (message) => arrived(channel, message));
0`;

const NUMBER = NET_NUMBER + 1;

test('ports', { timeout: 60_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t, { bind: { give: { listen: true } } });
  await app.inPage(PAGE);
  let last = NUMBER;
  /** Hands the page the far end of a new channel, which is `take0` there. */
  const hand = async () => {
    const number = ++last;
    main.post('mainFrame', contents, { channel: 'take', message: 'hello', ports: [{ number }] });
    assert.equal(await app.inPage('next("take")'), 'hello');
    return number;
  };

  await t.test('a port of the page says nothing before it is started, then everything in order', async () => {
    await app.inPage(`(() => { const { port1, port2 } = new MessageChannel(); use('mine', port1); port1.postMessage('early');
      postToMain('give', { a: 1 }, port2); })()`);
    const { args, ports: [number] } = await main.nextCall('give');
    assert.deepEqual(args, { a: 1 });
    assert.ok(number !== undefined && number < NET_NUMBER);
    await app.inPage('mine.postMessage("late")');
    main.startPort(number);
    assert.deepEqual([(await main.nextOn(number)).data, (await main.nextOn(number)).data], ['early', 'late']);
    main.postOn(number, new Map([[1, undefined]]));
    assert.deepEqual(await app.inPage('next("mine")'), new Map([[1, undefined]]));
  });

  await t.test('a port of .NET works in both directions', async () => {
    const number = await hand();
    main.postOn(number, 'one');
    main.postOn(number, undefined);
    assert.deepEqual(await app.inPage('Promise.all([next("take0"), next("take0")])'), ['one', undefined]);
    main.startPort(number);
    await app.inPage('take0.postMessage("back"), 0');
    assert.equal((await main.nextOn(number)).data, 'back');
  });

  await t.test('the page hears that .NET has closed, .NET that the page has', async () => {
    const closing = await hand();
    main.closePort(closing);
    assert.equal(await app.inPage('next("take0")'), 'closed');
    const closed = await hand();
    main.startPort(closed);
    await app.inPage('take0.close()');
    await main.portClosed(closed);
  });

  await t.test('a port goes over a port, both ways', async () => {
    const outer = await hand();
    const inner = ++last;
    main.postOn(outer, 'with a port', { number: inner });
    main.postOn(inner, 'inside');
    assert.deepEqual(await app.inPage('Promise.all([next("take0"), next("take00")])'), ['with a port', 'inside']);
    main.startPort(outer);
    await app.inPage('(() => { const c = new MessageChannel(); c.port1.postMessage("deep"); take0.postMessage("back", [c.port2]); })()');
    const { data, ports: [number] } = await main.nextOn(outer);
    assert.equal(data, 'back');
    main.startPort(/** @type {number} */ (number));
    assert.equal((await main.nextOn(/** @type {number} */ (number))).data, 'deep');
  });

  await t.test('a page\'s port that goes on to a page is moved, not relayed', async () => {
    await app.inPage('(() => { const c = new MessageChannel(); use("far", c.port1); postToMain("give", 0, c.port2); })()');
    const { ports: [number] } = await main.nextCall('give');
    main.postOn(/** @type {number} */ (number), 'from .NET');
    main.post('mainFrame', contents, { channel: 'other', ports: [{ number: /** @type {number} */ (number), isKept: true, sent: 1 }] });
    await app.inPage('next("other")');
    await app.inPage('other0.postMessage("direct"), 0');
    assert.deepEqual(await app.inPage('Promise.all([next("far"), next("far")])'), ['from .NET', 'direct']);
  });

  await t.test('a transfer that overtakes what was posted on the port waits for it, and what follows on its lane too', async () => {
    await app.inPage('(() => { const c = new MessageChannel(); use("far", c.port1); postToMain("give", 0, c.port2); })()');
    const { ports: [number] } = await main.nextCall('give');
    const kept = { number: /** @type {number} */ (number), isKept: true, sent: 2 };
    main.post('mainFrame', contents, { channel: 'other', message: 'transfer', lane: 5, ports: [kept] });
    main.post('mainFrame', contents, { channel: 'other', message: 'after', lane: 5 });
    main.post('mainFrame', contents, { channel: 'take', message: 'other lane', lane: 6 });
    assert.equal(await app.inPage('next("take")'), 'other lane');
    assert.equal(await app.inPage('inbox.other?.length ?? 0'), 0);
    main.postOn(kept.number, 'first');
    main.postOn(kept.number, 'second');
    assert.deepEqual(await app.inPage('Promise.all([next("far"), next("far"), next("other"), next("other")])'),
      ['first', 'second', 'transfer', 'after']);
  });

  await t.test('a channel is made when its number is first mentioned, be it by a message, a start or a close', async () => {
    const posted = ++last;
    main.postOn(posted, 'before the page has the port');
    main.post('mainFrame', contents, { channel: 'take', ports: [{ number: posted }] });
    assert.equal(await app.inPage('next("take").then(() => next("take0"))'), 'before the page has the port');
    const closed = ++last;
    main.startPort(closed);
    main.closePort(closed);
    main.post('mainFrame', contents, { channel: 'take', ports: [{ number: closed }] });
    assert.equal(await app.inPage('next("take").then(() => next("take0"))'), 'closed');
  });

  await t.test('ports posted to a frame that is gone close', async () => {
    const number = ++last;
    main.post('frame', 4711, { channel: 'take', ports: [{ number }] });
    main.startPort(number);
    await main.portClosed(number);
  });

  await t.test('ports that are not let in close', async () => {
    await app.inPage(`(() => { const c = new MessageChannel(); use('refused', c.port1);
      postToMain('give', new Uint8Array(3 << 20), c.port2); })()`);
    await main.nextCall('give');
    main.control('configure', { development: true, limits: { maxMessageBytes: 1 << 20 } });
    await app.inPage(`(() => { const c = new MessageChannel(); use('refused', c.port1);
      postToMain('give', new Uint8Array(3 << 20), c.port2); })()`);
    assert.equal(await app.inPage('next("refused")'), 'closed');
  });

  await t.test('when .NET goes, the pages\' ports close', async () => {
    main.control('configure', { development: true, graceMs: 20_000 });
    await hand();
    main.kill();
    assert.equal(await app.inPage('next("take0")'), 'closed');
  });
});
