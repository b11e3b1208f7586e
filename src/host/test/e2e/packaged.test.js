'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { PackagedApp } = require('../support/package');
const { temporaryFolder } = require('../support/temporary');

const LINES = /^ipcapp: (?!running as root).*$/gm;
const CONNECT = `
  const main = await MainProcess.connect(process.env.IPCAPP_DIR);
  main.control('configure', { development: false });
`;
const STAY = 'setInterval(() => {}, 60_000);\n';

/** @param {string} body */
const asynchronously = (body) => `(async () => {${body}})();\n`;

/** @param {number} id */
function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

test('a packaged app starts its .NET in resources, with nothing but the place to meet', { timeout: 30_000 }, async (t) => {
  const injecting = {
    NODE_OPTIONS: '--no-warnings', ELECTRON_RUN_AS_NODE: '', DOTNET_STARTUP_HOOKS: '/x.dll', DOTNET_gcServer: '1', LD_AUDIT: '',
    LD_LIBRARY_PATH: '/x', DYLD_INSERT_LIBRARIES: '/x', COREHOST_TRACE: '1', CORECLR_ENABLE_PROFILING: '1', COR_PROFILER: '/x',
    COMPlus_GCName: 'x', dotnet_root: '/x',
    ASPNETCORE_HOSTINGSTARTUPASSEMBLIES: 'x', IPCAPP_DIR: '/', IPCAPP_HANDSHAKE_MS: '1', IPCAPP_VERIFY: '9',
    OPENSSL_CONF: '/x',
  };
  const app = PackagedApp.start(t, {
    program: `tell({ cwd: process.cwd(), args: process.argv.slice(2), env: process.env, id: process.pid });\n`
      + asynchronously(`${CONNECT} main.control('quit', { code: 7 });`),
    env: { ...injecting, KEPT: 'yes' },
  });

  const { cwd, args, env, id } = await app.next();
  assert.equal(cwd, app.resources);
  assert.deepEqual(args, []);
  assert.equal(env.KEPT, 'yes');
  assert.equal(path.dirname(env.IPCAPP_DIR), path.join(app.resources, 'meeting'));
  assert.deepEqual(Object.keys(env).filter((name) => name in injecting && name !== 'IPCAPP_DIR'), []);
  assert.equal(await app.exited, 7, app.stderr);
  assert.ok(!isRunning(id));
  assert.deepEqual(app.leftovers, []);
});

for (const diagnostics of [false, true]) {
  test(`the diagnostics of .NET are ${diagnostics ? 'open' : 'closed'} where app.json says ${diagnostics}`, { timeout: 30_000 }, async (t) => {
    const app = PackagedApp.start(t, { diagnostics, program: 'tell(process.env.DOTNET_EnableDiagnostics); process.exit(2);\n' });
    assert.equal(await app.next(), diagnostics ? '1' : '0');
  });
}

test('an app whose executable is called electron is packaged all the same', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, {
    executable: 'electron',
    program: asynchronously(`${CONNECT} main.control('quit', { code: 7 });`),
    env: { IPCAPP_DIR: '/' },
  });
  assert.equal(await app.exited, 7, app.stderr);
  assert.deepEqual(app.leftovers, []);
});

test('a terminal in a snap does not bring its libraries back', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, {
    program: 'tell(process.env); process.exit(2);\n',
    env: { SNAP: '/snap/x', LD_LIBRARY_PATH: '/x', LD_PRELOAD: '' },
  });
  const env = await app.next();
  assert.ok(!('LD_LIBRARY_PATH' in env), 'this app is in no snap');
  assert.ok(!('LD_PRELOAD' in env));
});

test('a page is answered by the packaged .NET, and the last window ends both', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, {
    program: asynchronously(`${CONNECT}
      main.bind('sum', { invoke: true });
      main.answers.set('sum', ({ id, args }) => main.reply(id, args[0] + args[1]));
      main.bind('done', { listen: true });
      main.control('window', { name: 'main', options: { show: true, devTools: false, subFrames: false }, url: 'app://local/sum.html' });
      tell((await main.nextCall('done')).args);
      main.control('close', { window: 'main' });
      await main.nextControl('stop');
      main.control('quit', { code: 0 });
    `),
    files: {
      'wwwroot/sum.html': '<!doctype html><script src="sum.js"></script>',
      'wwwroot/sum.js': 'ipc.invoke("sum", 20, 22).then((answer) => ipc.send("done", answer));',
    },
  });
  assert.deepEqual(await app.next(), [42]);
  assert.equal(await app.exited, 0, app.stderr);
  assert.deepEqual(app.leftovers, []);
});

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
  assert.ok(!app.stderr.includes('can not start'), app.stderr);
  assert.ok(!isRunning(id));
  assert.deepEqual(app.leftovers, []);
});

test('without its .NET the app says so, in a line and in a box', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: null });
  const file = path.join(app.resources, 'main-process', 'TestApp');
  assert.equal(await app.exited, 3);
  const line = `the app's main process '${file}' is missing; install the app again`;
  assert.deepEqual(app.stderr.match(LINES), [`ipcapp: ${line}`]);
  assert.ok(app.stderr.includes(`Test can not start\n${line}\n`), app.stderr);
});

test('so it does if it can not be run', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: '', mode: 0o644 });
  assert.equal(await app.exited, 3);
  assert.match(app.stderr, /^ipcapp: the app's main process '.*' can not be run \(Error: EACCES.*\); install the app again$/m);
});

test('an executable whose interpreter is missing is told in one line, and leaves nothing', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: '#!/nowhere/sh\n', isWhole: true });
  assert.equal(await app.exited, 3, app.stderr);
  const [line = '', ...others] = app.stderr.match(LINES) ?? [];
  assert.match(line, /^ipcapp: the app's main process '.*' can not be run \(.* ENOENT\); install the app again$/);
  assert.deepEqual(others, []);
  assert.ok(app.stderr.includes(`Test can not start\n${line.slice('ipcapp: '.length)}\n`), app.stderr);
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
  assert.match(app.stderr.match(LINES)?.join() ?? '', /^ipcapp: the folder for the app's data can not be made \(.*config.*\); /);
});

test('the box leaves out what only a log needs', { timeout: 30_000 }, async (t) => {
  const program = 'process.stderr.write("crit: IpcApp[4001]\\n      The setting X is wrong.\\n"); process.exitCode = 2;\n';
  const app = PackagedApp.start(t, { program });
  assert.equal(await app.exited, 2);
  assert.ok(app.stderr.includes('Test can not start\nThe setting X is wrong.\n'), app.stderr);
});

test('a .NET that says why it can not start is not talked over, and the box repeats it', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: 'process.stderr.write("crit: The setting X is wrong.\\n"); process.exitCode = 2;\n' });
  assert.equal(await app.exited, 2);
  assert.equal(app.stderr.match(LINES), null);
  assert.ok(app.stderr.includes('Test can not start\ncrit: The setting X is wrong.\n'), app.stderr);
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
  assert.ok(app.stderr.includes(`Test can not start\n${line}:\n\ncrit: The folder Köln is gone.\n`), JSON.stringify(app.stderr));
});

test('one that ends without a word does not leave the box empty', { timeout: 30_000 }, async (t) => {
  const app = PackagedApp.start(t, { program: 'process.exitCode = 2;\n' });
  assert.equal(await app.exited, 2);
  const line = 'the .NET main process ended before it had connected (exit code 2); start the app again, and install it again if that does not help';
  assert.deepEqual(app.stderr.match(LINES), [`ipcapp: ${line}`]);
  assert.ok(app.stderr.includes(`Test can not start\n${line}\n`), app.stderr);
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
    process.stderr.write('crit: The store can not be opened.\\n');
    process.exitCode = 1;
    await main.close();
  `) });
  assert.equal(await app.exited, 1);
  assert.ok(app.stderr.includes('Test can not start\ncrit: The store can not be opened.\n'), app.stderr);
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
