// Message ports between a real renderer and C#, through window.ipc; peer-preload.cjs does it by plain ipcRenderer.
import { check, equal, report } from './check.js';

const { ipc } = window;

/** A check that waits for what never comes fails, and the next goes on. */
const soon = (promise) => Promise.race([
  promise,
  new Promise((_, reject) => setTimeout(reject, 8_000, new Error('nothing came within 8 seconds'))),
]);

/** Hands main the far end of a channel, by the way that preload.js has for it. */
function give(channel, message) {
  const { port1, port2 } = new MessageChannel();
  window.postMessage({ type: 'ipcapp:post', channel, message }, location.origin, [port2]);
  return read(port1);
}

/** The ports that main hands over with its next message on a channel. */
function taken(channel) {
  ipc.once(channel, () => {});
  return soon(new Promise((resolve) => {
    addEventListener('message', function listen(event) {
      if (event.source === window && event.data?.type === 'ipcapp:port' && event.data.channel === channel) {
        removeEventListener('message', listen);
        resolve(read(event.ports[0]));
      }
    });
  }));
}

/** A port whose messages, and the end of them, are asked for. */
function read(port) {
  const events = [];
  const waiting = [];
  const add = (event) => waiting.length > 0 ? waiting.shift()(event) : events.push(event);
  port.addEventListener('message', add);
  port.addEventListener('close', add);
  port.start();
  const event = async () => events.length > 0 ? events.shift() : soon(new Promise((resolve) => waiting.push(resolve)));
  return {
    port,
    event,
    next: async () => (await event()).data,
    closed: async () => equal((await event()).type, 'close'),
  };
}

await check('a port of the page works in main', async () => {
  const { port, next } = give('ports:echo', 'first');
  port.postMessage({ a: new Map([[1, undefined]]) });
  const [name, data] = await next();
  equal(name, 'first');
  equal(data.a.has(1), true);
});

await check('a port of main works in the page, with what was posted before', async () => {
  const opened = taken('ports:opened');
  await ipc.invoke('ports:open');
  const { port, next } = await opened;
  equal(await next(), 'early');
  equal(await next(), 'late');
  port.postMessage(undefined);
  const [name, data] = await next();
  equal(name, 'opened');
  equal(data, undefined);
});

await check('ten thousand messages keep their order', async () => {
  const { port, next } = give('ports:echo', 0);
  for (let i = 0; i < 10_000; i++) port.postMessage(i);
  for (let i = 0; i < 10_000; i++) equal((await next())[1], i);
});

await check('a port of the page goes over a port', async () => {
  const outer = give('ports:echo', 'outer');
  const { port1, port2 } = new MessageChannel();
  port1.postMessage('early');
  outer.port.postMessage('inner', [port2]);
  equal((await outer.next()).join(), 'outer,inner');
  equal((await read(port1).next()).join(), 'inner,early');
});

await check('a port of main goes over a port', async () => {
  const message = await give('ports:nest').event();
  equal(message.data, 'with a port');
  const { port, next } = read(message.ports[0]);
  port.postMessage('x');
  equal((await next()).join(), 'nested,x');
});

await check('main hears that the page has closed', async () => {
  const heard = new Promise((resolve) => ipc.once('ports:closed', resolve));
  give('ports:watch').port.close();
  await soon(heard);
});

await check('the page hears that main has closed, after the last words', async () => {
  const { next, closed } = give('ports:close');
  equal(await next(), 'last words');
  await closed();
});

await check('a port that nobody listens for closes', () => give('no:such').closed());

await check('a port that nobody has kept closes when it is collected', async () => {
  const closed = give('ports:forget').closed();
  let isOver = false;
  closed.finally(() => { isOver = true; }).catch(() => {});
  while (!isOver) await ipc.invoke('ports:collect');
  await closed;
});

for (const size of [0, 1 << 20, 8 << 20]) {
  await check(`what was posted on a port before it was sent on arrives: ${size} bytes`, async () => {
    const returned = taken('ports:returned');
    const { port, next } = give('ports:return', size);
    const back = await returned;
    back.port.postMessage('direct');
    equal((await next()).length, size);
    equal(await next(), 'last');
    equal(await next(), 'direct');
    port.postMessage('and back');
    equal(await back.next(), 'and back');
  });
}

await check('what is too large for a message is refused in main, and its ports stay', async () => {
  const opened = taken('ports:opened');
  equal(await ipc.invoke('ports:too-large', 17 << 20), 'The message is larger than IpcApp:Limits:MaxMessageBytes allows.');
  const { port, next } = await opened;
  port.postMessage('x');
  equal((await next()).join(), 'kept,x');
});

await check('what a page posts on a port and is too large is dropped, and its ports close', async () => {
  const outer = give('ports:echo', 'outer');
  const { port1, port2 } = new MessageChannel();
  outer.port.postMessage(new Uint8Array(17 << 20), [port2]);
  outer.port.postMessage('next');
  await read(port1).closed();
  equal((await outer.next()).join(), 'outer,next');
});

await check('two windows speak with each other through a port that main passes on', async () => {
  const { port, next } = give('ports:connect', false);
  port.postMessage('hello');
  equal((await next()).join(), 'peer,hello');
});

await check('a port that main has started and then passes on loses nothing', async () => {
  // What comes while main has it is raised in main, so nothing is posted before.
  const passedOn = soon(new Promise((resolve) => { ipc.once('ports:passed-on', () => resolve()); }));
  const { port, next, closed } = give('ports:connect', true);
  await passedOn;
  for (let i = 0; i < 100; i++) port.postMessage(i);
  for (let i = 0; i < 100; i++) equal((await next()).join(), `peer,${i}`);
  await ipc.invoke('ports:expect-peer');
  port.postMessage('reload');
  await closed();
});

await check('plain ipcRenderer hands over ports, too', async () => {
  const { port, next } = give('ports:connect', false);
  port.postMessage('ask main');
  equal((await next()).join(), 'plain,asked');
});

await report();
