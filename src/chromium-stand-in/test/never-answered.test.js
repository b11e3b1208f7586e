'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const v8 = require('node:v8');
const vm = require('node:vm');
const { electron, useHost, open, run } = require('./support/host');

const { ipcMain } = electron;
useHost();
v8.setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collectGarbage = vm.runInNewContext('gc');

/**
 * The answer, which comes once the garbage collector has found what nobody holds.
 * @template T
 * @param {Promise<T>} answer
 * @returns {Promise<T>}
 */
async function whileCollecting(answer) {
  const collecting = setInterval(collectGarbage, 20);
  try {
    return await answer;
  } finally {
    clearInterval(collecting);
  }
}

/** @param {Electron.WebContents | any} webContents @param {string} channel */
function rejectionOf(webContents, channel) {
  return run(webContents, `api.invoke('${channel}').catch((error) => error.message)`);
}

test('a handler whose promise is forgotten rejects (S56)', async () => {
  const { webContents } = await open();
  ipcMain.handle('forgotten', () => new Promise(() => {}));
  const message = await whileCollecting(rejectionOf(webContents, 'forgotten'));
  assert.equal(message, "Error invoking remote method 'forgotten': reply was never sent");
});

test('a promise that somebody still holds stays pending', async () => {
  const { webContents } = await open();
  /** @type {(value: string) => void} */
  let answer = () => {};
  ipcMain.handle('held', () => new Promise((resolve) => (answer = resolve)));
  const held = run(webContents, `api.invoke('held')`);
  // forgotten later, and known to be forgotten first
  await whileCollecting(rejectionOf(webContents, 'forgotten'));
  answer('in the end');
  assert.equal(await held, 'in the end');
});

test('a listener that neither answers nor keeps the event gives an error as the value (S71)', async () => {
  const { webContents } = await open();
  ipcMain.on('unanswered', () => {});
  assert.deepEqual(await whileCollecting(run(webContents, `api.sendSync('unanswered')`)), { error: 'reply was never sent' });
});

test('an event that is kept may be answered late (S66)', async () => {
  const { webContents } = await open();
  /** @type {any} */
  let kept;
  const asked = new Promise((resolve) =>
    ipcMain.on('kept', (event) => {
      kept = event;
      resolve(undefined);
    }),
  );
  const answer = run(webContents, `api.sendSync('kept')`);
  await asked;
  const other = await open();
  await whileCollecting(rejectionOf(other.webContents, 'forgotten'));
  kept.returnValue = 'late';
  assert.equal(await answer, 'late');
});

test('a second answer is ignored (S63), an uncloneable one throws and leaves the next one free (S69)', async () => {
  const { webContents } = await open();
  ipcMain.on('twice', (event) => {
    assert.throws(() => (event.returnValue = () => {}), { message: 'An object could not be cloned.' });
    event.returnValue = 1;
    event.returnValue = 2;
  });
  assert.equal(await run(webContents, `api.sendSync('twice')`), 1);
});
