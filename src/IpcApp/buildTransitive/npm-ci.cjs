'use strict';

// 'npm ci' in the current folder, by one build at a time, since two would delete each other's packages. Who had to wait finds the work done.
// IpcApp.Npm.proj runs it. On Windows npm is a script, so a shell has to find it.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

// NODE_ENV=production would leave out Electron, which is a development dependency. What npm says is read, so no setting may silence or colour it.
const COMMAND = 'npm ci --include=dev --no-audit --no-fund --no-update-notifier --loglevel=warn --no-color';
const INPUTS = ['package.json', 'package-lock.json'];
const INSTALLED = path.join('node_modules', '.package-lock.json');
const LOCK = path.join('.ipcapp', 'npm.lock');
const LONGEST_WAIT_MS = 10 * 60_000;

lock();
try {
  process.exitCode = isInstalled() ? 0 : install();
} finally {
  fs.rmSync(LOCK, { force: true });
}

function isInstalled() {
  return INPUTS.every((file) => timeOf(file) <= timeOf(INSTALLED));
}

/** @param {string} file */
function timeOf(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function install() {
  const { status } = spawnSync(COMMAND, { shell: true, stdio: ['inherit', process.stdout, process.stdout] });
  if (status === 0) {
    // Where there is nothing to install, npm writes nothing.
    fs.mkdirSync(path.dirname(INSTALLED), { recursive: true });
    fs.closeSync(fs.openSync(INSTALLED, 'a'));
  } else {
    // Where a script of the app fails after the installation, npm has written it.
    fs.rmSync(INSTALLED, { force: true });
  }
  return status ?? 1;
}

function lock() {
  fs.mkdirSync(path.dirname(LOCK), { recursive: true });
  const end = Date.now() + LONGEST_WAIT_MS;
  for (let first = true; !tryLock(); first = false) {
    if (isAbandoned() || Date.now() > end) {
      fs.rmSync(LOCK, { force: true });
      continue;
    }
    if (first) {
      console.error(`  Waiting for the npm of another build (${path.resolve(LOCK)}).`); // the build shows what is an error
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function tryLock() {
  try {
    fs.writeFileSync(LOCK, `${os.hostname()} ${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EEXIST' || code === 'EPERM') { // the second while Windows removes it
      return false;
    }
    throw error;
  }
}

/** Whether the build that made the lock was killed. Of one in another container or on another machine that cannot be known. */
function isAbandoned() {
  try {
    const [host, id] = fs.readFileSync(LOCK, 'utf8').split(' ');
    return host === os.hostname() && Number(id) > 0 && !process.kill(Number(id), 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}
