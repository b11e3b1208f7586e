'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');

/** Answers every dialog with what it was asked. */
const ANSWER_DIALOGS = `
for (const name of ['showOpenDialog', 'showSaveDialog']) {
  electron.dialog[name] = async (...args) => {
    const text = JSON.stringify(args.map((arg) => arg instanceof electron.BrowserWindow ? arg.id : arg));
    return { canceled: false, filePaths: [text], filePath: text, bookmarks: [] };
  };
}`;
const NUMBERED = { enabled: true, visible: true, checked: false };

test('a menu is made of .NET\'s items, and a click comes back with its number', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t);
  const items = [{ label: 'File', ...NUMBERED, submenu: [
    { label: 'Open', accelerator: 'CmdOrCtrl+O', command: 7, ...NUMBERED },
    { type: 'checkbox', label: 'Dark', command: 8, ...NUMBERED },
  ] }];
  assert.equal(await main.ask('menu-set', { items }), undefined);
  const click = (/** @type {number} */ index) =>
    app.inMain(`
      const item = electron.Menu.getApplicationMenu().items[0].submenu.items[${index}];
      item.click(undefined, electron.BrowserWindow.getAllWindows()[0]);
      return [item.label, item.accelerator];
    `);
  const windowId = await app.inMain('return electron.BrowserWindow.getAllWindows()[0].id');
  assert.deepEqual(await click(0), ['Open', 'CmdOrCtrl+O']);
  assert.deepEqual(await main.nextControl('menu-click'), { type: 'menu-click', command: 7, checked: false, windowId });
  await click(1);
  assert.deepEqual(await main.nextControl('menu-click'), { type: 'menu-click', command: 8, checked: true, windowId });
  await main.ask('menu-set', {});
  assert.equal(await app.inMain('return electron.Menu.getApplicationMenu()'), null);
});

test('a window gets a menu of its own', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, {
    userMain: 'electron.BrowserWindow.prototype.setMenu = function (menu) { electron.seen = [this.id, menu?.items[0].label]; };',
  });
  const windowId = await app.inMain('return electron.BrowserWindow.getAllWindows()[0].id');
  await main.ask('menu-set', { windowId, items: [{ label: 'Own', ...NUMBERED }] });
  assert.deepEqual(await app.inMain('return electron.seen'), [windowId, 'Own']);
});

test('dialogs get their window and options, and give what was chosen', { timeout: 30_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { userMain: ANSWER_DIALOGS });
  const windowId = await app.inMain('return electron.BrowserWindow.getAllWindows()[0].id');
  const options = { title: 'T', properties: ['openFile'] };
  assert.deepEqual(await main.ask('dialog-open', { options }), { canceled: false, filePaths: [JSON.stringify([options])] });
  const ofWindow = JSON.stringify([windowId, options]);
  assert.deepEqual(await main.ask('dialog-open', { windowId, options }), { canceled: false, filePaths: [ofWindow] });
  assert.deepEqual(await main.ask('dialog-save', { windowId, options }), { canceled: false, filePath: ofWindow });
  await assert.rejects(main.ask('dialog-open', { windowId: 999, options }), /^Error: Object has been destroyed$/);
});

test('an action that fails without anybody waiting is reported, an unknown one names itself', { timeout: 30_000 }, async (t) => {
  const { main } = await App.startConnected(t);
  main.tell('dialog-open', { windowId: 999 });
  assert.deepEqual(await main.nextControl('error'), { type: 'error', source: 'dialog-open', message: 'Object has been destroyed' });
  await assert.rejects(main.ask('fly'), /Electron's side does not know the action 'fly'; is it older than the \.NET library\?$/);
});
