// What a real renderer sees of C# handlers.
import { check, equal, frame, report } from './check.js';

const { ipc } = window;

async function rejects(promise, text) {
  try {
    await promise;
  } catch (error) {
    equal(error.message, text);
    equal(error.constructor, Error);
    return;
  }
  throw new Error('it did not reject');
}

const next = (channel) => new Promise((resolve) => ipc.once(channel, (...args) => resolve(args)));
const echo = (value) => ipc.invoke('echo:value', value);

await check('an invoke is answered by the handler', async () => equal(await ipc.invoke('echo:sum', 2, 3), 5));

await check('a record crosses both ways', async () => {
  const person = await ipc.invoke('echo:person', { name: 'Ada', age: 36, born: new Date(0) });
  equal(person.name, 'Ada');
  equal(person.age, 37);
  equal(person.born.getTime(), 0);
});

await check('1000 overlapping invokes on one channel get their own answers', async () => {
  const answers = await Promise.all(Array.from({ length: 1000 }, (_, i) => ipc.invoke('echo:later', i, i % 5)));
  answers.forEach((answer, i) => equal(answer, i));
});

for (const [name, value] of Object.entries({ 'minus zero': -0, 'NaN': NaN, 'a bigint': 2n ** 70n, 'undefined': undefined, 'null': null, 'a lone surrogate': '\ud800x' })) {
  await check(`${name} survives`, async () => equal(await echo(value), value));
}

await check('Map, Set, Date and bytes survive; the context bridge fills holes', async () => {
  const value = { map: new Map([[1, 'one']]), set: new Set(['x']), date: new Date(5), bytes: new Uint8Array([1, 2, 3]), holes: [1, , 3] };
  const back = await echo(value);
  equal(back.map.get(1), 'one');
  equal(back.set.has('x'), true);
  equal(back.date.getTime(), 5);
  equal(back.bytes.join(), '1,2,3');
  equal(1 in back.holes, true);
});

await check('one megabyte of bytes arrives', async () => {
  const back = await ipc.invoke('echo:bytes', 1 << 20);
  equal(back.length, 1 << 20);
  equal(back[70000], 70000 & 255);
});

await check('five megabytes cross both ways', async () => {
  const bytes = new Uint8Array(5 << 20).fill(7);
  equal((await echo(bytes)).length, bytes.length);
});

await check('a throwing handler rejects with Electron\'s text', () => rejects(ipc.invoke('fail:sync'), "Error invoking remote method 'fail:sync': Error: boom"));
await check('an asynchronous failure rejects alike', () => rejects(ipc.invoke('fail:async'), "Error invoking remote method 'fail:async': Error: boom later"));
await check('an error has the name that the handler gave it', () => rejects(ipc.invoke('fail:named'), "Error invoking remote method 'fail:named': QuotaError: not today"));
await check('an empty error rejects, too', () => rejects(ipc.invoke('fail:empty'), "Error invoking remote method 'fail:empty': Error"));
await check('an uncloneable result rejects', () => rejects(ipc.invoke('fail:uncloneable'), "Error invoking remote method 'fail:uncloneable': Error: An object could not be cloned."));
await check('a channel without handler rejects', () => rejects(ipc.invoke('no:such'), "Error invoking remote method 'no:such': Error: No handler registered for 'no:such'"));
await check('an argument that does not fit rejects', () => rejects(ipc.invoke('echo:sum', 'two', 3),
  "Error invoking remote method 'echo:sum': TypeError: argument 1 ('a'): expected a whole number from -2147483648 to 2147483647, got string 'two'."));

await check('a listener replies', async () => {
  const reply = next('message:draft-saved');
  ipc.send('message:draft', 'Hello');
  equal((await reply).join(), '5,Hello');
});

await check('main sends to the page', async () => {
  const news = next('message:broadcast');
  equal(await ipc.invoke('message:broadcast', 'news') >= 1, true);
  equal((await news)[0], 'news');
});

await check('sendSync is answered', () => equal(ipc.sendSync('message:version'), '1.0'));
await check('sendSync waits for a task', () => equal(ipc.sendSync('message:version-later'), '1.1'));
await check('the first return value counts', () => equal(ipc.sendSync('message:return-value'), 'first'));
await check('sendSync without an answer returns an error object', () => equal(ipc.sendSync('message:no-answer').error, 'reply was never sent'));
await check('sendSync without a listener returns an error object', () => equal(ipc.sendSync('no:such').error, 'reply was never sent'));

await check('an unsubscribed listener is not called', async () => {
  let calls = 0;
  const stop = ipc.on('message:draft-saved', () => { calls++; });
  stop();
  const reply = next('message:draft-saved');
  ipc.send('message:draft', 'x');
  await reply;
  equal(calls, 0);
});

await check('progress arrives in order', async () => {
  const seen = [];
  const all = new Promise((resolve) => {
    const stop = ipc.on('slow:report:progress', (percent) => {
      if (seen.push(percent) === 3) {
        stop();
        resolve(undefined);
      }
    });
  });
  equal(await ipc.invoke('slow:report'), 'done');
  await all;
  equal(seen.join(), '0,50,100');
});

await check('the handler knows who called', async () => {
  const sender = await ipc.invoke('message:sender');
  equal(sender.origin, 'app://local');
  equal(sender.isMainFrame, true);
  equal(sender.sameFrame, true);
  equal(sender.url, `app://local/checks.html${location.search}`);
  equal(sender.liveUrl, sender.url);
});

await check('a handler of a referenced assembly answers', async () => equal(await ipc.invoke('library:where-am-i'), 'IpcApp.TestHandlers'));

const subFrames = location.search === '?subframes';
const refused = "Error invoking remote method 'echo:sum': Error: Sender not allowed for 'echo:sum'";
await check('an iframe of the own origin gets nothing', async () => equal(await frame({ src: 'inner.html' }), subFrames ? refused : 'no ipc'));
await check('a sandboxed iframe gets nothing', async () => equal(await frame({ src: 'inner.html', sandbox: 'allow-scripts' }), subFrames ? refused : 'no ipc'));

await check('Node is out of reach', () => {
  equal(typeof globalThis.require, 'undefined');
  equal(typeof globalThis.process, 'undefined');
});
await check('inline script is blocked', () => {
  const script = document.createElement('script');
  script.textContent = 'globalThis.inlineRan = true';
  document.documentElement.append(script);
  equal(globalThis.inlineRan, undefined);
});
await check('window.open is denied', () => equal(window.open('https://example.com/'), null));

await report();
