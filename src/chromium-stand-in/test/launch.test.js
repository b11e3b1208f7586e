'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.join(__dirname, '..');
const cli = path.join(root, 'cli.js');
const dist = path.join(root, 'dist');
const fixture = (/** @type {string} */ name) => path.join(__dirname, 'fixtures', name);
const posixOnly = process.platform === 'win32' ? { skip: 'the sh script is for POSIX systems' } : {};

/**
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function start(file, args, env = {}) {
  const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, ...output }));
  /** @param {RegExp} text */
  const printed = async (text) => {
    while (!text.test(output.stdout)) await Promise.race([once(child.stdout, 'data'), ended]);
    return /** @type {RegExpExecArray} */ (text.exec(output.stdout));
  };
  return { child, ended, printed };
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
const electron = (args, env) => start(process.execPath, [cli, ...args], env);

const sampleOutput = {
  report: ['pong', '45.5.0', 'Hello from Electron renderer!'],
  own: ['Sample App', '1.2.3', 'sample', false, 'browser', '45.5.0'],
};

test('an unmodified sample runs on cli.js', async () => {
  const { code, stdout, stderr } = await electron([fixture('sample'), '--own=1']).ended;
  assert.deepEqual(JSON.parse(stdout), { ...sampleOutput, argv: [fixture('sample'), '--own=1'] }, stderr);
  assert.equal(code, 0);
});

test("npm's electron command runs it through ELECTRON_OVERRIDE_DIST_PATH", posixOnly, async () => {
  const command = path.join(path.dirname(require.resolve('electron/package.json')), 'cli.js');
  const { code, stdout, stderr } = await start(process.execPath, [command, fixture('sample')], { ELECTRON_OVERRIDE_DIST_PATH: dist }).ended;
  assert.deepEqual(JSON.parse(stdout).report, sampleOutput.report, stderr);
  assert.equal(code, 0);
});

test('ELECTRON_RUN_AS_NODE makes the executable Node', posixOnly, async () => {
  const { stdout } = await start(path.join(dist, 'electron'), ['-p', '[process.type, process.argv.length]'], { ELECTRON_RUN_AS_NODE: '1' })
    .ended;
  assert.equal(stdout, '[ undefined, 1 ]\n');
});

test("Playwright's launch options: inspector, required loader, debugging port", posixOnly, async () => {
  const loader = path.join(fixture('preloads'), '..', 'loader.js');
  const { code, stdout, stderr } = await start(path.join(dist, 'electron'), [
    '-r',
    loader,
    '--inspect=0',
    '--remote-debugging-port=0',
    fixture('sample'),
  ]).ended;
  assert.match(stderr, /Debugger listening on ws:\/\//);
  assert.match(stderr, /DevTools listening on ws:\/\//);
  assert.match(stdout, /loader saw 0\n/);
  assert.equal(code, 0);
});

test('a missing browser is one line and exit code 3', async () => {
  const { code, stdout, stderr } = await electron([fixture('sample')], { IPCAPP_CHROMIUM: path.join(root, 'no-such-browser') }).ended;
  assert.deepEqual([code, stdout, stderr.trim().split('\n').length], [3, '', 1]);
  assert.match(stderr, /no-such-browser.*install chromium or Google Chrome, or set IPCAPP_CHROMIUM/);
});

test('a missing app is told as Electron tells it', async () => {
  const { code, stderr } = await electron([path.join(root, 'no-such-app')]).ended;
  assert.equal(code, 1);
  assert.match(stderr, /^Error launching app\nUnable to find Electron app at .*no-such-app/);
});

test('quit closes windows and tells in order', async () => {
  const { code, stdout } = await electron([path.join(fixture('lifecycle'), 'main.js')]).ended;
  assert.equal(stdout, 'will-finish-launching ready before-quit closed will-quit quit 0\n');
  assert.equal(code, 0);
});

test('exit ends at once, with its code', async () => {
  const { code, stdout } = await electron([path.join(fixture('lifecycle'), 'main.js'), '--exit']).ended;
  assert.equal(stdout, 'will-finish-launching ready closed quit 7\n');
  assert.equal(code, 7);
});

test('process.exit is app.exit, and before ready it tells nobody', async () => {
  const { code, stdout } = await electron([path.join(fixture('lifecycle'), 'main.js'), '--exit-early']).ended;
  assert.deepEqual([code, stdout], [7, '']);
});

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  test(`${signal} quits`, posixOnly, async () => {
    const { child, ended, printed } = electron([path.join(fixture('lifecycle'), 'main.js'), '--wait']);
    await printed(/ready/);
    child.kill(signal);
    const { code, stdout } = await ended;
    assert.match(stdout, /before-quit closed will-quit quit 0/);
    assert.equal(code, 0);
  });
}

/** @param {number} pid of the host @returns {string | undefined} its browser's profile */
const profileOf = (pid) => fs.readdirSync(os.tmpdir()).find((name) => new RegExp(`^ipcapp-chromium-${pid}[.-]`).test(name));

/** The process of a host's browser. Its lock is gone once it has ended, so ask before. @param {number} pid of the host */
function browserOf(pid) {
  const lock = path.join(os.tmpdir(), profileOf(pid) ?? assert.fail(`host ${pid} has no profile`), 'SingletonLock');
  return Number(/-(\d+)$/.exec(fs.readlinkSync(lock))?.[1]);
}

test('a killed host leaves no browser, and the next run sweeps its profile', posixOnly, async () => {
  const { child, ended, printed } = electron([path.join(fixture('lifecycle'), 'main.js'), '--wait']);
  const pid = Number((await printed(/ready (\d+)/))[1]);
  const browserPid = browserOf(pid);
  child.kill('SIGKILL');
  await ended;
  await until(() => !isRunning(browserPid));
  await electron([path.join(fixture('lifecycle'), 'main.js')]).ended;
  await until(() => profileOf(pid) === undefined);
});

test('a killed browser ends the host with one line', posixOnly, async () => {
  const { ended, printed } = electron([path.join(fixture('lifecycle'), 'main.js'), '--wait']);
  const pid = Number((await printed(/ready (\d+)/))[1]);
  process.kill(browserOf(pid), 'SIGKILL');
  const { code, stderr } = await ended;
  assert.equal(code, 1);
  assert.match(stderr, /^ipcapp: Chromium is gone: .*\n$/m);
});

test('uncaught errors are printed, and the app lives on', async () => {
  const { stdout, stderr } = await electron([path.join(fixture('throws'), 'main.js')]).ended;
  assert.match(stderr, /A JavaScript error occurred in the main process\nUncaught Exception:\nError: in a listener/);
  assert.match(stderr, /UnhandledPromiseRejectionWarning: Error: in an async listener/);
  assert.equal(stdout, 'lives on\n');
});

test('an ES module main imports the same electron', async () => {
  const { code, stdout, stderr } = await electron([fixture('esm')]).ended;
  assert.equal(stdout, 'true true\n', stderr);
  assert.equal(code, 0);
});

test('register.js makes plain node a host', async () => {
  const { code, stdout } = await start(process.execPath, ['-r', path.join(root, 'register.js'), path.join(fixture('lifecycle'), 'main.js')])
    .ended;
  assert.match(stdout, /ready before-quit closed will-quit quit 0/);
  assert.equal(code, 0);
});

test('a second instance hands over to the first', async () => {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'ipcapp-test-'));
  const env = { TEST_USER_DATA: userData };
  const main = path.join(fixture('instance'), 'main.js');
  const first = electron([main], env);
  await first.printed(/first/);
  const second = await electron([main, '--marker'], env).ended;
  assert.equal(second.stdout, 'second\n');
  const { stdout } = await first.ended;
  assert.equal(stdout, 'first\n[true,true,{"from":"second"}]\n');
  fs.rmSync(userData, { recursive: true });
});

test('nothing listens on a port', { skip: process.platform !== 'linux' && 'reads /proc' }, async () => {
  const { child, ended, printed } = electron([path.join(fixture('lifecycle'), 'main.js'), '--wait']);
  const pid = Number((await printed(/ready (\d+)/))[1]);
  const sockets = new Set(processTree(pid).flatMap(socketsOf));
  const listening = ['tcp', 'tcp6']
    .flatMap((table) => fs.readFileSync(`/proc/net/${table}`, 'utf8').trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.has(`socket:[${inode}]`));
  assert.deepEqual(listening, []);
  child.kill('SIGTERM');
  await ended;
});

/** @param {number} pid @returns {number[]} */
function processTree(pid) {
  const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
  return [pid, ...children.flatMap(processTree)];
}

/** @param {number} pid */
function socketsOf(pid) {
  return fs.readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return fs.readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      return ''; // closed meanwhile
    }
  });
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')); // nobody here reaps orphans
  } catch {
    return false;
  }
}

/** The end of a foreign process tells nobody. @param {() => boolean} condition */
async function until(condition) {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
