'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { PackagedMainProcess } = require('../../lib/start/packaged-main-process');
const { SetupError } = require('../../lib/start/setup-error');
const { temporaryFolder } = require('../support/temporary');

/** On Windows a program is an .exe, which no test can write. */
const unix = { skip: process.platform === 'win32', timeout: 30_000 };

/** A program that says its id on its standard error, stays, and answers a signal. */
const STAYING = `#!${process.execPath}
process.on('SIGUSR2', () => process.stderr.write('\\nalive'));
process.stderr.write(String(process.pid));
setInterval(() => {}, 60_000);
`;

/** @param {import('node:test').TestContext} t @param {string} program */
function create(t, program) {
  const resources = temporaryFolder(t);
  fs.mkdirSync(path.join(resources, 'main-process'));
  fs.writeFileSync(path.join(resources, 'main-process', 'App'), program, { mode: 0o755 });
  const packaged = new PackagedMainProcess(resources, 'App');
  t.after(() => packaged.kill());
  return packaged;
}

/** Waits until it has said that; fails if it ends without. @param {PackagedMainProcess} packaged @param {RegExp} text */
async function said(packaged, text) {
  let hasEnded = false;
  packaged.ended.then(() => { hasEnded = true; });
  while (!text.test(packaged.errorOutput)) {
    assert.ok(!hasEnded, 'it has ended');
    await new Promise(setImmediate);
  }
}

/** @param {number} id */
function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

for (const [limit, name] of /** @type {const} */ ([[undefined, '30 seconds'], [90_000, 'what .NET has told']])) {
  test(`.NET may take ${name} to stop its services, and 2 seconds more`, unix, async (t) => {
    const packaged = create(t, STAYING);
    packaged.start();
    packaged.hasConnected = true;
    await said(packaged, /^\d+$/);
    const id = Number(packaged.errorOutput);
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const stopped = packaged.stop(limit);
    t.mock.timers.tick((limit ?? 30_000) + 1_999);
    process.kill(id, 'SIGUSR2');
    await said(packaged, /alive/);
    t.mock.timers.tick(1);
    assert.deepEqual(await stopped, {
      exitCode: 5,
      line: `the .NET main process did not stop within ${limit ?? 30_000} ms (ShutdownTimeout of HostOptions) and was ended`,
      how: 'signal SIGKILL',
    });
    assert.ok(!isRunning(id));
    assert.ok(!fs.existsSync(packaged.directory));
  });
}

test('a limit that no timer can wait for is none', unix, async (t) => {
  const packaged = create(t, `#!${process.execPath}\nprocess.exitCode = 9;\n`);
  packaged.start();
  packaged.hasConnected = true;
  assert.deepEqual(await packaged.stop(2 ** 31 - 1), { exitCode: 9, line: 'the .NET main process ended with exit code 9', how: 'exit code 9' });
});

test('an error that Node throws is how it ended', unix, async (t) => {
  process.env['IPCAPPTEST_BIG'] = 'x'.repeat(4 * 1024 * 1024);
  t.after(() => { delete process.env['IPCAPPTEST_BIG']; });
  const packaged = create(t, STAYING);
  packaged.start();
  const { problem } = await packaged.ended;
  assert.match(problem ?? '', /^the app's main process '.*App' cannot be run \(Error: spawn E2BIG\); install the app again$/);
  assert.equal((await packaged.stop()).exitCode, 0);
  assert.ok(!fs.existsSync(packaged.directory));
});

test('what is long is told by its end', unix, async (t) => {
  const packaged = create(t, `#!${process.execPath}\nfor (let i = 1; i <= 5000; i++) console.error(\`line \${i}\`);\n`);
  packaged.start();
  await packaged.ended;
  assert.deepEqual(packaged.errorOutput.split('\n'), Array.from({ length: 10 }, (_, index) => `line ${4991 + index}`));
});

/** @type {[string, (t: import('node:test').TestContext) => string, RegExp][]} */
const NOWHERE = [
  ['missing', () => '/nowhere', /ENOENT/],
  ['no folder', (t) => path.join(temporaryFolder(t, { file: '' }), 'file'), /ENOTDIR/],
];
for (const [what, place, reason] of NOWHERE) {
  test(`a place to meet that is ${what} is a mistake of the set-up that names the way out`, unix, (t) => {
    const { XDG_RUNTIME_DIR: runtime, TMPDIR: temporary } = process.env;
    const folder = place(t);
    t.after(() => {
      setVariable('XDG_RUNTIME_DIR', runtime);
      setVariable('TMPDIR', temporary);
    });
    const resources = temporaryFolder(t, { 'main-process/App': STAYING });
    fs.chmodSync(path.join(resources, 'main-process', 'App'), 0o755);
    setVariable('XDG_RUNTIME_DIR', undefined);
    setVariable('TMPDIR', folder);
    assert.throws(() => new PackagedMainProcess(resources, 'App'), (/** @type {SetupError} */ error) => {
      assert.ok(error instanceof SetupError);
      assert.equal(error.exitCode, 2);
      assert.match(error.message, reason);
      assert.match(error.message, /^no private directory can be made .*; make room there, or set XDG_RUNTIME_DIR or TMPDIR to a folder of your own$/);
      return true;
    });
  });
}

/** @param {string} name @param {string | undefined} value */
function setVariable(name, value) {
  if (value === undefined) {
    delete process.env[name];
  } else {
    process.env[name] = value;
  }
}

test('a directory that cannot be removed does not keep the app from ending', unix, async (t) => {
  const packaged = create(t, STAYING);
  const { directory } = packaged;
  t.after(() => fs.rmSync(directory, { recursive: true }));
  packaged.directory = '\0'; // refused by the file system's functions
  assert.deepEqual(await packaged.stop(), { exitCode: 0, line: null, how: '' });
});
