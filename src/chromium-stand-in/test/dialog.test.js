'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const path = require('node:path');
const { dialog } = require('..');

/** @param {import('node:test').TestContext} t */
function captureStderr(t) {
  /** @type {string[]} */
  const lines = [];
  t.mock.method(process.stderr, 'write', (/** @type {string} */ line) => lines.push(line));
  return lines;
}

const reason = 'there is no user on the Chromium host, so it is cancelled';
const hint = ' (IPCAPP_CHROMIUM_OPEN could name what to choose)';

test('a dialog is cancelled, with a line that says how to answer it', async (t) => {
  const lines = captureStderr(t);
  assert.deepEqual(await dialog.showOpenDialog({ properties: ['openFile'] }), { canceled: true, filePaths: [] });
  assert.equal(dialog.showOpenDialogSync({}), undefined);
  assert.deepEqual(await dialog.showSaveDialog({}), { canceled: true, filePath: '' });
  assert.deepEqual(await dialog.showMessageBox({ message: 'Sure?', cancelId: 1 }), { response: 1, checkboxChecked: false });
  assert.deepEqual(lines, [
    `ipcapp: dialog.showOpenDialog: ${reason}${hint}.\n`,
    `ipcapp: dialog.showOpenDialogSync: ${reason}${hint}.\n`,
    `ipcapp: dialog.showSaveDialog: ${reason}.\n`,
    `ipcapp: dialog.showMessageBox: ${reason} (IPCAPP_CHROMIUM_BUTTON could name the button to press).\n`,
  ]);
});

test('the environment may say what the user chooses', async (t) => {
  process.env.IPCAPP_CHROMIUM_OPEN = ['one.txt', 'two.txt'].join(path.delimiter);
  t.after(() => delete process.env.IPCAPP_CHROMIUM_OPEN);
  assert.deepEqual(await dialog.showOpenDialog({}), { canceled: false, filePaths: ['one.txt', 'two.txt'] });
});

test("mistakes have Electron's texts", () => {
  const show = (/** @type {any} */ options) => () => dialog.showOpenDialog(options);
  assert.throws(show({ title: 1 }), { name: 'TypeError', message: 'Title must be a string' });
  assert.throws(show({ defaultPath: 1 }), { message: 'Default path must be a string' });
  assert.throws(show({ buttonLabel: 1 }), { message: 'Button label must be a string' });
  assert.throws(show({ properties: 'openFile' }), { message: 'Properties must be an array' });
});

for (const [pressed, response] of /** @type {const} */ ([['Close', 1], ['0', 0]])) {
  test(`the environment may name the button of a message box: ${pressed}`, async (t) => {
    const lines = captureStderr(t);
    process.env.IPCAPP_CHROMIUM_BUTTON = pressed;
    t.after(() => { delete process.env.IPCAPP_CHROMIUM_BUTTON; });
    assert.equal((await dialog.showMessageBox({ message: 'Sure?', buttons: ['Wait', 'Close'] })).response, response);
    assert.match(lines.join(''), /^ipcapp: dialog\.showMessageBox: 'Sure\?' was answered with (Close|Wait)/);
  });
}
