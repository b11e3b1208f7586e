// What fails in main without a caller ends nothing but itself: the app is started with --Careless=true, and here with loggers that fail.
import { check, equal, report } from './check.js';

const { ipc } = window;
const unreadable = 'UnreadableException (its message could not be read)';
const outcome = (channel) => ipc.invoke(channel).then((value) => `value ${value}`, (error) => error.message);
const rejection = (channel, text) => `Error invoking remote method '${channel}': ${text}`;

/** Waits until main has raised a failure as often as that. */
async function failed(failure, times = 1) {
  for (const start = Date.now(); Date.now() - start < 10_000;) {
    const failures = await ipc.invoke('isolation:failures');
    if (failures.filter((each) => each === failure).length >= times) {
      return;
    }
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  throw new Error(`not raised: ${failure}; raised: ${await ipc.invoke('isolation:failures')}`);
}

await check('a handler that throws an exception without a readable message', async () => {
  for (const name of ['sync', 'async', 'constructor']) {
    equal(await outcome(`isolation:${name}`), rejection(`isolation:${name}`, `Error: ${unreadable}`));
  }
});

await check('a service that throws one when the call is over', async () => {
  equal(await outcome('isolation:dispose'), 'value true');
});

await check('a result and a report with a getter that throws one', async () => {
  equal(await outcome('isolation:result'), rejection('isolation:result', 'Error: An object could not be cloned.'));
  equal(await outcome('isolation:progress'), 'value 1');
});

await check('listeners that throw one', async () => {
  ipc.send('isolation:listener');
  ipc.send('isolation:async-listener');
  equal(JSON.stringify(ipc.sendSync('isolation:answer')), JSON.stringify({ error: `Error: ${unreadable}` }));
  await failed('isolation:listener|IsolationHandler.Listener|UnreadableException');
  await failed('isolation:async-listener|IsolationHandler.AsyncListener|UnreadableException');
});

await check('an async void listener that throws after an await', async () => {
  ipc.send('isolation:void');
  await failed('isolation:void|Isolation.LateListener|UnreadableException');
});

await check('an async void subscriber of a window\'s messages', async () => {
  ipc.send('isolation:event');
  ipc.send('nobody:listens');
  await ipc.invoke('isolation:failures');
  ipc.send('nobody:listens');
  await failed('nobody:listens|WebContents.IpcMessage|UnreadableException');
});

await check('async void subscribers of a window and of a port', async () => {
  ipc.send('isolation:window');
  await ipc.invoke('isolation:failures');
  document.body.append(Object.assign(document.createElement('iframe'), { src: 'inner.html' }));
  await failed('|A subscriber of DidFrameNavigate|UnreadableException', 2);
  const { port1, port2 } = new MessageChannel();
  window.postMessage({ type: 'ipcapp:post', channel: 'isolation:port', message: null }, location.origin, [port2]);
  const answered = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
  port1.postMessage('hello');
  equal(await answered, 'hello');
  await failed('|A subscriber of MessagePortMain.Message|UnreadableException');
});

await check('main still answers', async () => {
  ipc.send('isolation:token'); // its callbacks fail when the app stops
  equal(await ipc.invoke('echo:sum', 1, 2), 3);
});

await report();
