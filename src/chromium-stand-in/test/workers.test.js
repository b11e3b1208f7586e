'use strict';
const { before, test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { useHost, open, run, pages } = require('./support/host');

useHost();

/** @param {string} text */
const script = (text) => () => new Response(text, { headers: { 'content-type': 'text/javascript' } });
const scripts = {
  echo: 'onmessage = ({ data }) => postMessage(["echo", data])',
  module: 'import { answer } from "./answer.js"; postMessage(["module", answer])',
  answer: 'export const answer = 42',
  imports: 'importScripts("library.js", "/library.js"); postMessage(["loaded", globalThis.loaded])',
  library: 'globalThis.loaded = (globalThis.loaded ?? 0) + 1',
  fetch: 'fetch("/data").then((r) => r.text()).then(postMessage)',
  nested: 'const inner = new Worker("echo.js"); inner.onmessage = ({ data }) => postMessage(["inner", ...data]); inner.postMessage(1)',
  shared: 'onconnect = ({ ports: [port] }) => { port.onmessage = async ({ data }) => port.postMessage([data, await (await fetch("/data")).text()]); }',
  broken: 'console.log("in a worker"); throw new Error("it broke")',
};
before(() => {
  pages.set('app://local/data', 'data');
  for (const [name, text] of Object.entries(scripts)) pages.set(`app://local/${name}.js`, script(text));
});

/** What a worker says first. @param {string} construct @param {string} [message] */
const firstOf = (construct, message = '1') => `new Promise((resolve) => {
  const worker = ${construct};
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = (event) => { event.preventDefault(); resolve(['error', event.message ?? '']); };
  worker.postMessage(${message});
})`;

/** @type {[string, string, unknown][]} */
const workers = [
  ['of a script', `new Worker('echo.js')`, ['echo', 1]],
  ['of a script with its whole address', `new Worker('app://local/echo.js')`, ['echo', 1]],
  ['of a module', `new Worker('module.js', { type: 'module' })`, ['module', 42]],
  ['of a blob', `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(scripts.echo)}])))`, ['echo', 1]],
  ['that loads scripts', `new Worker('imports.js')`, ['loaded', 2]],
  ['that fetches', `new Worker('fetch.js')`, 'data'],
  ['that starts another', `new Worker('nested.js')`, ['inner', 'echo', 1]],
  ['whose script is missing', `new Worker('nowhere.js')`, ['error', '']],
];
for (const [what, construct, expected] of workers) {
  test(`a worker ${what} runs`, async () => {
    const { webContents } = await open();
    assert.deepEqual(await run(webContents, firstOf(construct)), expected);
  });
}

test('a shared worker serves two pages', async () => {
  const talk = `new Promise((resolve) => {
    const { port } = new SharedWorker('shared.js');
    port.onmessage = ({ data }) => resolve(data);
    port.postMessage('asked');
  })`;
  for (const window of [await open(), await open()]) assert.deepEqual(await run(window.webContents, talk), ['asked', 'data']);
});

test('what a worker prints and throws is told like what its page does', async () => {
  const { webContents } = await open();
  /** @type {string[]} */
  const told = [];
  webContents.on('console-message', ({ level, message }) => told.push(`${level} ${message}`));
  const thrown = once(webContents, 'console-message').then(() => once(webContents, 'console-message'));
  await run(webContents, `void new Worker('broken.js')`);
  await thrown;
  assert.deepEqual(told, ['info in a worker', 'error Uncaught Error: it broke']);
});
