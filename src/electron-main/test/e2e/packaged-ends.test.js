'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { PackagedApp } = require('../support/package');
const { CONNECT, LINES, STAY, asynchronously, isRunning } = require('../support/packaged-program');

test('a .NET that was killed takes the app with it', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: `${asynchronously(`${CONNECT} await main.ask('settle'); tell(process.pid);`)}${STAY}` });
  process.kill(await app.next(), 'SIGKILL');
  assert.equal(await app.exited, 5);
  assert.match(app.stderr, /^Test has ended\n.*went away without a goodbye.*\nthe \.NET main process was ended by SIGKILL$/m);
  assert.deepEqual(app.leftovers, []);
});

test('a .NET that does not end with the app is ended', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: `${asynchronously(`
    const main = await MainProcess.connect(process.env.IPCAPP_DIR);
    main.control('configure', { development: false, shutdownMs: 1 });
    tell(process.pid);
    main.control('quit', { code: 0 });
  `)}${STAY}` });
  const id = await app.next();
  assert.equal(await app.exited, 5, app.stderr);
  const line = 'the .NET main process did not stop within 1 ms (ShutdownTimeout of HostOptions) and was ended';
  assert.deepEqual(app.stderr.match(LINES), [`ipcapp: ${line}`]);
  assert.ok(app.stderr.includes(`Test has ended\n${line}\n`), app.stderr);
  assert.ok(!isRunning(id));
});

test('a .NET that is slow to stop is waited for, whoever else wants the end', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: `${asynchronously(`${CONNECT}
    process.on('SIGUSR2', () => process.exit(9));
    main.control('quit', { code: 0 });
    await main.closed;
    tell(process.pid);
  `)}${STAY}` });
  const id = await app.next();
  app.process.kill('SIGTERM');
  process.kill(id, 'SIGUSR2');
  assert.equal(await app.exited, 9, app.stderr);
  assert.deepEqual(app.leftovers, []);
});

test('an app that is told to end before .NET has connected takes it along', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: `tell(process.pid);\n${STAY}` });
  const id = await app.next();
  app.process.kill('SIGTERM');
  assert.equal(await app.exited, 0, app.stderr);
  assert.ok(!app.stderr.includes('cannot start'), app.stderr);
  assert.ok(!isRunning(id));
  assert.deepEqual(app.leftovers, []);
});

test('the app ends with the exit code of its .NET, and says so in a line and a dialog', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: asynchronously(`${CONNECT}
    process.stderr.write('crit: The lamp is broken.\\n');
    main.control('quit', { code: 0 });
    process.exitCode = 3;
  `) });
  assert.equal(await app.exited, 3, app.stderr);
  const line = 'the .NET main process ended with exit code 3';
  assert.deepEqual(app.stderr.match(LINES), [`ipcapp: ${line}`]);
  assert.ok(app.stderr.includes(`Test has ended\n${line}:\n\ncrit: The lamp is broken.\n`), app.stderr);
});

test('a .NET that ends in order shows nothing', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: asynchronously(`${CONNECT}
    process.stderr.write('fail: One page has failed.\\n');
    main.control('quit', { code: 0 });
  `) });
  assert.equal(await app.exited, 0, app.stderr);
  assert.equal(app.stderr.match(LINES), null);
  assert.ok(!app.stderr.includes('Test has ended'), app.stderr);
});

test('a .NET that breaks the protocol ends the app, which says so in a line and a dialog', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: asynchronously(`${CONNECT} await main.ask('settle'); main.breakProtocol(); await main.closed; process.exitCode = 1;`) });
  assert.equal(await app.exited, 5, app.stderr);
  const [first = '', second, ...others] = app.stderr.match(LINES) ?? [];
  assert.match(first, /frame/);
  assert.equal(second, 'ipcapp: the .NET main process ended with exit code 1');
  assert.deepEqual(others, []);
  assert.match(app.stderr, /^Test has ended\n.*frame.*\nthe \.NET main process ended with exit code 1$/m);
  assert.deepEqual(app.leftovers, []);
});

/** A .NET that takes its time to stop its services once the host is gone, and removes the directory where they have met. */
const STOPS_BY_ITSELF = asynchronously(`
  const directory = process.env.IPCAPP_DIR;
  ${CONNECT}
  main.control('window', { name: 'main', options: {} });
  const { kind } = await main.closed;
  setTimeout(() => {
    require('node:fs').rmSync(directory, { recursive: true });
    tell({ kind });
    process.exit(0);
  }, 300);
`);

for (const way of ['electron.app.exit(3)', 'process.exit(3)']) {
  test(`after ${way} a .NET that has connected ends by itself`, { timeout: 30_000 }, async (t) => {
    const app = PackagedApp.start(t, {
      program: STOPS_BY_ITSELF,
      files: { 'electron/main.cjs': `
        const electron = require('electron');
        for (const name of ['before-quit', 'will-quit', 'quit']) {
          electron.app.on(name, () => process.stderr.write(name + '\\n'));
        }
        electron.app.on('browser-window-created', () => { ${way}; });
      ` },
    });
    assert.deepEqual(await app.next(), { kind: 'closed-by-peer' });
    assert.equal(await app.exited, 3, app.stderr);
    assert.deepEqual(app.stderr.match(/^(?:before-|will-)?quit$/gm), ['quit']);
    assert.deepEqual(app.leftovers, []);
  });
}

test('before it has connected app.exit ends it', { timeout: 30_000, skip: process.platform === 'win32' }, async (t) => {
  const app = PackagedApp.start(t, {
    program: `tell(process.pid);\n${STAY}`,
    files: { 'electron/main.cjs': 'const { app } = require("electron"); process.on("SIGUSR2", () => app.whenReady().then(() => app.exit(3)));' },
  });
  const id = await app.next();
  app.process.kill('SIGUSR2');
  assert.equal(await app.exited, 3, app.stderr);
  while (isRunning(id)) { // until its new parent has taken notice
    await new Promise(setImmediate);
  }
  assert.deepEqual(app.leftovers, []);
});

test('SIGHUP stops .NET and is no error', { timeout: 30_000, skip: process.platform === 'win32' }, async (t) => {
  const app = PackagedApp.start(t, { program: asynchronously(`${CONNECT}
    tell(process.pid);
    await main.nextControl('stop');
    main.control('quit', { code: 0 });
  `) });
  await app.next();
  app.process.kill('SIGHUP');
  assert.equal(await app.exited, 0, app.stderr);
  assert.equal(app.stderr.match(LINES), null);
  assert.deepEqual(app.leftovers, []);
});
