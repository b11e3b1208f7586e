'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');

const BIND = { note: { listen: true } };
const WINDOW = 'electron.BrowserWindow.getAllWindows()[0]';
/** More than the system takes of a message that is not read. */
const MUCH = 1024 * 1024;

/** What has come, without what is not ordered here. @param {any[]} arrived */
function orderOf(arrived) {
  return arrived.flatMap((item) => {
    if (item.channel === 'note') {
      return [`note ${item.args[0]}`];
    }
    if (item.snapshot !== undefined) {
      return [`${item.snapshot.event} ${item.snapshot.url}`];
    }
    const shown = { 'frame-gone': item.reason, 'page-title-updated': item.title, 'dom-ready': '', 'contents-destroyed': '' };
    return item.type in shown ? [`${item.type} ${shown[/** @type {keyof typeof shown} */ (item.type)]}`.trim()] : [];
  });
}

test('the events of a window and the messages of its page arrive in the order in which they were raised, whatever waits', { timeout: 60_000 }, async (t) => {
  const files = {
    'wwwroot/next.html': '<!doctype html><title>next</title><script src="next.js"></script>',
    'wwwroot/next.js': `ipc.send('note', 'large of next', new Uint8Array(${MUCH}));`,
  };
  const { app, main } = await App.startWithPage(t, { bind: BIND, files });
  await main.nextControl('page-title-updated');
  await main.nextControl('dom-ready');
  main.arrived.length = 0;
  main.pause();
  await app.inPage(`ipc.send('note', 'large', new Uint8Array(${MUCH})), history.pushState(0, '', '/deep'), ipc.send('note', 'deep'), 0`);
  await app.inMain(`return ${WINDOW}.loadURL('app://local/next.html')`);
  await app.inPage(`ipc.send('note', 'larger', new Uint8Array(${MUCH})), history.pushState(0, '', '/deeper'), ipc.send('note', 'last'), 0`);
  await app.inMain(`const window = ${WINDOW}; return new Promise((gone) => { window.webContents.once('destroyed', () => gone(0)); window.destroy(); })`);
  main.resume();
  await main.nextControl('contents-destroyed');
  assert.deepEqual(orderOf(main.arrived), [
    'note large', 'did-navigate-in-page app://local/deep', 'note deep',
    'frame-gone navigated', 'did-frame-navigate app://local/next.html', 'note large of next', 'dom-ready', 'page-title-updated next',
    'note larger', 'did-navigate-in-page app://local/deeper', 'note last', 'frame-gone destroyed', 'contents-destroyed',
  ]);
});
