'use strict';

// What a page can write into the log by what it sends: a limited number of lines, of limited length, each of them one line.

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App } = require('../support/app');

let ends = 0;

/**
 * Runs code in a page, and waits for what it writes into the log: what is written last is known.
 * @param {App} app
 * @param {import('../support/main-process').MainProcess} main
 * @param {string} code
 */
async function lines(app, main, code) {
  const end = `https://end${++ends}.example/`;
  await app.inPage(`${code}; window.open('${end}'); 0`);
  /** @type {string[]} */
  const found = [];
  for (;;) {
    const { message } = await main.nextControl('log');
    if (message.includes(end)) {
      return found;
    }
    found.push(message);
  }
}

test('a page cannot fill or forge the log by channels that do not exist', { timeout: 60_000 }, async (t) => {
  const { app, main, contents } = await App.startWithPage(t);
  const unheard = (/** @type {string} */ shown) => `WebContents #${contents} called ipcRenderer.sendSync() with '${shown}' channel without listeners.`;

  const flood = await lines(app, main, 'for (let i = 0; i < 1000; i++) ipc.sendSync("nobody")');
  assert.deepEqual(flood.map((line) => line.replace(/ \[.*/, '')), Array(4).fill(unheard('nobody')));

  const [forged] = await lines(app, main, 'ipc.sendSync("a\\u001b[31m\\nfail: forged")');
  assert.equal(forged, unheard('a\\u001B[31m\\nfail: forged'));

  const [long] = await lines(app, main, 'ipc.sendSync("x".repeat(1_000_000))');
  assert.equal(long, unheard(`${'x'.repeat(200)}… (1,000,000 characters)`));
});

test('an invoke that nobody handles is one clean line, without a stack', { timeout: 60_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t);
  assert.equal(await app.outcome('ipc.invoke("a\\u001b\\nb")'),
    "Error invoking remote method 'a\u001b\nb': Error: No handler registered for 'a\u001b\nb'");
  const text = "Error occurred in handler for 'a\\u001B\\nb': Error: No handler registered for 'a\\u001B\\nb'";
  const log = await main.nextControl('log');
  assert.deepEqual([log.level, log.message], ['error', text]);
  assert.doesNotMatch(app.stderr, /Error occurred in handler/);
});

test('a failed invoke is not told here: .NET has logged it', { timeout: 60_000 }, async (t) => {
  const { app, main } = await App.startWithPage(t, { bind: { fails: { invoke: true } } });
  main.answers.set('fails', ({ id }) => main.fail(id, 'Error: boom\u001b'));
  assert.equal(await app.outcome('ipc.invoke("fails")'), "Error invoking remote method 'fails': Error: boom\u001b");
  assert.deepEqual(await lines(app, main, ''), []);
  assert.doesNotMatch(app.stderr, /boom/);
});
