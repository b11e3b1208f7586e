'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const { test } = require('node:test');
const { PackagedApp } = require('../support/package');
const { CONNECT, asynchronously, isRunning } = require('../support/packaged-program');

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
