'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');

const BIND = { echo: { invoke: true }, note: { listen: true } };
const REJECTION = "Error invoking remote method 'echo': Error: Sender not allowed for 'echo'";
/** A second scheme of the app's own JavaScript, with a page of another origin. */
const OTHER_SCHEME = `
const { app, protocol } = require('electron');
protocol.registerSchemesAsPrivileged([{ scheme: 'other', privileges: { standard: true, secure: true } }]);
const page = () => new Response('<body>other</body>', { headers: { 'content-type': 'text/html' } });
app.whenReady().then(() => protocol.handle('other', page));
`;

test('a page of another origin is refused', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { bind: BIND, userMain: OTHER_SCHEME, url: 'other://page/' });
  assert.equal(await app.outcome('ipc.invoke("echo")'), REJECTION);
  assert.match((await main.nextControl('log')).message, /^Refused a message on 'echo' from a page of the origin 'other:\/\/page'/);
  assert.deepEqual(await app.inPage('ipc.sendSync("note")'), { error: "Error: Sender not allowed for 'note'" });
  await app.inPage('ipc.send("note", 1), ipc.send("note", 2), ipc.postMessage("note", 3), 0');
  await app.outcome('ipc.invoke("echo")');
  assert.deepEqual(main.callsLeft('note'), []);
});

test('a refused send is logged once for its channel and origin', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { bind: BIND, userMain: OTHER_SCHEME, url: 'other://page/' });
  await app.inPage('ipc.send("note", 1), ipc.send("note", 2), 0');
  assert.equal(await app.outcome('ipc.invoke("echo")'), REJECTION);
  const messages = [(await main.nextControl('log')).message, (await main.nextControl('log')).message];
  assert.deepEqual(messages.map((each) => each.slice(0, 27)), ["Refused a message on 'note'", "Refused a message on 'echo'"]);
});

test('an iframe of the own origin is refused, even where sub-frames are on', { timeout: 30_000 }, async (t) => {
  const files = { 'wwwroot/inner.html': '<body>inner</body>' };
  const { app, main } = await App.startWithPage(t, { bind: BIND, window: { subFrames: true }, files });
  main.answers.set('echo', ({ id, args }) => main.reply(id, args));
  const code = `new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.onload = () => resolve(frame.contentWindow.ipc.invoke('echo').then(() => 'resolved', (error) => error.message));
    frame.src = 'inner.html';
    document.body.append(frame);
  })`;
  assert.equal(await app.inPage(code), REJECTION);
  assert.deepEqual(await app.inPage('ipc.invoke("echo", 1)'), [1]);
});

test('in development the configured origins are own ones', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {
    bind: BIND, userMain: OTHER_SCHEME, url: 'other://page/', configure: { allowedOrigins: ['other://page'] },
  });
  main.answers.set('echo', ({ id, args, sender }) => main.reply(id, [sender.origin, ...args]));
  assert.deepEqual(await app.inPage('ipc.invoke("echo", 1)'), ['other://page', 1]);
});
