'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { PackagedApp } = require('../support/package');
const { LINES, STAY, asynchronously, isRunning } = require('../support/packaged-program');
const { temporaryFolder } = require('../support/temporary');

test('without its .NET the app says so, in a line and in a box', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: null });
  const file = path.join(app.resources, 'main-process', 'TestApp');
  assert.equal(await app.exited, 3);
  const line = `the app's main process '${file}' is missing; install the app again`;
  assert.deepEqual(app.stderr.match(LINES), [`ipcapp: ${line}`]);
  assert.ok(app.stderr.includes(`Test cannot start\n${line}\n`), app.stderr);
});

test('so it does if it cannot be run', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: '', mode: 0o644 });
  assert.equal(await app.exited, 3);
  assert.match(app.stderr, /^ipcapp: the app's main process '.*' cannot be run \(Error: EACCES.*\); install the app again$/m);
});

test('an executable whose interpreter is missing is told in one line, and leaves nothing', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: '#!/nowhere/sh\n', isWhole: true });
  assert.equal(await app.exited, 3, app.stderr);
  const [line = '', ...others] = app.stderr.match(LINES) ?? [];
  assert.match(line, /^ipcapp: the app's main process '.*' cannot be run \(.* ENOENT\); install the app again$/);
  assert.deepEqual(others, []);
  assert.ok(app.stderr.includes(`Test cannot start\n${line.slice('ipcapp: '.length)}\n`), app.stderr);
  assert.deepEqual(app.leftovers, []);
});

test('a place with too long a path is told, and removed before anybody reads the box', { timeout: 30_000 }, async (t) => {
  const runtime = temporaryFolder(t);
  const folder = path.join(runtime, 'x'.repeat(100));
  fs.mkdirSync(folder, { mode: 0o700 });
  const app = PackagedApp.start(t, {
    program: '',
    env: { XDG_RUNTIME_DIR: folder },
    files: { 'electron/main.cjs': `
      const { dialog } = require('electron');
      const { readdirSync } = require('node:fs');
      dialog.showErrorBox = () => process.stdout.write(JSON.stringify(readdirSync(process.env.XDG_RUNTIME_DIR)) + '\\n');
    ` },
  });
  assert.deepEqual(await app.next(), []);
  assert.equal(await app.exited, 2, app.stderr);
  assert.match(app.stderr.match(LINES)?.join() ?? '', /^ipcapp: The path of the bridge's socket, '.*', is \d+ bytes long; .*shorter path/);
});

test('without a folder for its data the app says so', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: '', files: { config: 'a file' } });
  assert.equal(await app.exited, 2, app.stderr);
  assert.match(app.stderr.match(LINES)?.join() ?? '', /^ipcapp: the folder for the app's data cannot be made \(.*config.*\); /);
});

test('the box leaves out what only a log needs', { timeout: 30_000 }, async (t) => {
  const program = 'process.stderr.write("crit: IpcApp[4001]\\n      The setting X is wrong.\\n"); process.exitCode = 2;\n';
  const app = PackagedApp.start(t, { program });
  assert.equal(await app.exited, 2);
  assert.ok(app.stderr.includes('Test cannot start\nThe setting X is wrong.\n'), app.stderr);
});

test('a .NET that says why it cannot start is not talked over, and the box repeats it', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: 'process.stderr.write("crit: The setting X is wrong.\\n"); process.exitCode = 2;\n' });
  assert.equal(await app.exited, 2);
  assert.equal(app.stderr.match(LINES), null);
  assert.ok(app.stderr.includes('Test cannot start\ncrit: The setting X is wrong.\n'), app.stderr);
  assert.deepEqual(app.leftovers, []);
});

test('the box has no colours, no stack and no half characters', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: `
    process.stderr.write('\\x1b[41m\\x1b[30mcrit\\x1b[39m\\x1b[49m: The folder K');
    const [first, second] = Buffer.from('ö');
    process.stderr.write(Buffer.of(first), () => setImmediate(() => {
      process.stderr.write(Buffer.of(second, ...Buffer.from('ln is gone.\\r\\n   at Program.Main()\\n\\n')));
      process.exitCode = 134;
    }));
  ` });
  assert.equal(await app.exited, 4);
  const line = 'the .NET main process ended before it had connected (exit code 134)';
  assert.deepEqual(app.stderr.match(LINES), [`ipcapp: ${line}; look at its output above`]);
  assert.ok(app.stderr.includes(`Test cannot start\n${line}:\n\ncrit: The folder Köln is gone.\n`), JSON.stringify(app.stderr));
});

test('one that ends without a word does not leave the box empty', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: 'process.exitCode = 2;\n' });
  assert.equal(await app.exited, 2);
  const line = 'the .NET main process ended before it had connected (exit code 2); start the app again, and install it again if that does not help';
  assert.deepEqual(app.stderr.match(LINES), [`ipcapp: ${line}`]);
  assert.ok(app.stderr.includes(`Test cannot start\n${line}\n`), app.stderr);
});

test('neither does one that does so after it has connected', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: asynchronously('await (await MainProcess.connect(process.env.IPCAPP_DIR)).close();') });
  assert.equal(await app.exited, 5);
  assert.match(app.stderr, /^ipcapp: the \.NET main process ended while it started \(exit code 0\); start the app again/m);
});

test('or is killed', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: asynchronously(`
    await MainProcess.connect(process.env.IPCAPP_DIR);
    process.kill(process.pid, 'SIGKILL');
  `) });
  assert.equal(await app.exited, 5);
  assert.match(app.stderr, /^ipcapp: the \.NET main process ended while it started \(signal SIGKILL\); start the app again/m);
});

test('so it is if it fails after it has connected', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: asynchronously(`
    const main = await MainProcess.connect(process.env.IPCAPP_DIR);
    process.stderr.write('crit: The store cannot be opened.\\n');
    process.exitCode = 1;
    await main.close();
  `) });
  assert.equal(await app.exited, 1);
  assert.ok(app.stderr.includes('Test cannot start\ncrit: The store cannot be opened.\n'), app.stderr);
});

test('one that just ends is told as it ended', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: 'process.kill(process.pid, "SIGSEGV");\n' });
  assert.equal(await app.exited, 4);
  assert.match(app.stderr, /^ipcapp: the \.NET main process ended before it had connected \(signal SIGSEGV\)/m);
});

test('one that does not connect in time is ended', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: `tell(process.pid);\n${STAY}`, handshakeMs: 3_000 });
  const id = await app.next();
  assert.equal(await app.exited, 4);
  assert.match(app.stderr, /^ipcapp: .*No \.NET main process has connected to the bridge within 3000 ms/m);
  assert.ok(!isRunning(id));
  assert.deepEqual(app.leftovers, []);
});
