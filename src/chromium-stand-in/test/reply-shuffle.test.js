'use strict';
process.env.IPCAPP_CHROMIUM_SHUFFLE = '7'; // before the host is loaded
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { electron, useHost, open, run } = require('./support/host');
const { createShuffle } = require('../lib/page/reply-shuffle');

const { ipcMain } = electron;
const reply = (/** @type {number} */ n) => /** @type {[string, number]} */ (['r', n]);
const send = (/** @type {number} */ n) => /** @type {[string, number]} */ (['s', n]);
useHost();

/** @param {number} seed @returns {[string, number][][]} what goes out in each turn */
function turns(seed) {
  const shuffle = createShuffle(seed);
  /** @type {[string, number][]} */
  let queue = [reply(1), send(1), reply(2), send(2), reply(3), send(3)];
  const out = [];
  for (let turn = 0; queue.length; turn++) {
    assert.ok(turn < 100, 'an answer waits for ever');
    const { now, later } = shuffle(queue);
    out.push(now);
    queue = later;
  }
  return out;
}

test('a seed decides the order, and each pipe keeps its own', () => {
  const orders = new Set();
  for (let seed = 0; seed < 50; seed++) {
    const order = turns(seed);
    assert.deepEqual(order, turns(seed));
    const flat = order.flat();
    for (const kind of ['r', 's']) {
      assert.deepEqual(
        flat.filter(([each]) => each === kind).map(([, n]) => n),
        [1, 2, 3],
      );
    }
    orders.add(JSON.stringify(order));
  }
  assert.ok(orders.size > 10, `only ${orders.size} orders`);
});

test('an answer may come before and after what its handler sent; sends and answers stay in order', async () => {
  const { webContents } = await open();
  await run(
    webContents,
    `void (window.heard = [], api.on('progress', (n) => heard.push('s' + n)),
    window.call = (n) => api.invoke('work', n).then((n) => heard.push('r' + n)))`,
  );
  ipcMain.handle('work', (event, n) => {
    event.sender.send('progress', n);
    return n;
  });
  const count = 200;
  await run(webContents, `(async () => { for (let n = 0; n < ${count}; n++) await call(n); })()`);
  await run(webContents, `Promise.all(Array.from({ length: ${count} }, (_, n) => call(${count} + n)))`);
  /** @type {string[]} */
  const heard = await run(webContents, 'heard');
  const numbers = Array.from({ length: 2 * count }, (_, n) => n);
  for (const kind of ['r', 's']) {
    assert.deepEqual(
      heard.filter((each) => each.startsWith(kind)).map((each) => Number(each.slice(1))),
      numbers,
    );
  }
  const answerFirst = numbers.filter((n) => heard.indexOf(`r${n}`) < heard.indexOf(`s${n}`)).length;
  assert.ok(answerFirst > 20 && answerFirst < 2 * count - 20, `${answerFirst} answers came first`);
});

test('what is no seed is one clear error', () => {
  const file = path.join(__dirname, '..', 'index.js');
  const env = { ...process.env, IPCAPP_CHROMIUM_SHUFFLE: 'x' };
  const { status, stderr } = spawnSync(process.execPath, [file], { env, encoding: 'utf8' });
  assert.equal(status, 1);
  assert.equal(stderr, "ipcapp: IPCAPP_CHROMIUM_SHUFFLE is 'x', which is no seed; set it to a whole number, or unset it.\n");
});
