'use strict';
process.env.IPCAPP_CHROMIUM_CRASH_DETACHES = '1';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { useHost, open } = require('./support/host');

useHost();

test('a main frame that has crashed stays detached after a reload, as in Electron 33 to 44 (S103)', async () => {
  const { webContents } = await open();
  const { mainFrame } = webContents;
  assert.equal(mainFrame.detached, false);
  const gone = once(webContents, 'render-process-gone');
  webContents.forcefullyCrashRenderer();
  await gone;
  const loaded = once(webContents, 'did-finish-load');
  webContents.reload();
  await loaded;
  assert.deepEqual([webContents.mainFrame, mainFrame.isDestroyed(), mainFrame.detached], [mainFrame, false, true]);
  assert.equal(mainFrame.url, 'app://local/index.html');
});
