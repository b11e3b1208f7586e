'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createProfile, removeProfile, sweepProfiles, temporaryFolderOf } = require('../lib/browser/profile');

const posixOnly = process.platform === 'win32' ? { skip: 'links and owners are those of POSIX systems' } : { timeout: 30_000 };

/** The id of a process that has ended. */
const goneId = () => spawnSync(process.execPath, ['-e', '']).pid;

/** @param {import('node:test').TestContext} t @returns {string} the folder that counts as the system's temporary one in this test */
function temporary(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ipcapp-test-'));
  const { TMPDIR: before } = process.env;
  process.env.TMPDIR = folder;
  t.after(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    fs.rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Sweeps until nothing more changes than this. @param {string} folder @param {string[]} expected */
async function leaves(folder, expected) {
  const watcher = fs.watch(folder);
  try {
    sweepProfiles();
    while (fs.readdirSync(folder).length > expected.length) await once(watcher, 'change');
    assert.deepEqual(fs.readdirSync(folder).sort(), expected.sort());
  } finally {
    watcher.close();
  }
}

test('a profile of a process that is gone is swept, one of a process that runs is not', posixOnly, async (t) => {
  const folder = temporary(t);
  const own = path.basename(createProfile());
  fs.mkdirSync(path.join(folder, `ipcapp-chromium-${goneId()}-abcdef`, 't'), { recursive: true });
  fs.mkdirSync(path.join(folder, `ipcapp-chromium-${goneId()}.1f-abcdef`));
  await leaves(folder, [own]);
});

test('a profile whose process id is used again is swept', { ...posixOnly, skip: process.platform !== 'linux' }, async (t) => {
  const folder = temporary(t);
  fs.mkdirSync(path.join(folder, `ipcapp-chromium-${process.pid}.1-abcdef`));
  await leaves(folder, []);
});

test('links, files and other names are not swept', posixOnly, async (t) => {
  const folder = temporary(t);
  const elsewhere = fs.mkdtempSync(path.join(folder, 'elsewhere-'));
  fs.writeFileSync(path.join(elsewhere, 'file'), '');
  const id = goneId();
  fs.symlinkSync(elsewhere, path.join(folder, `ipcapp-chromium-${id}-link`));
  fs.writeFileSync(path.join(folder, `ipcapp-chromium-${id}-file`), '');
  fs.mkdirSync(path.join(folder, `ipcapp-chromium-${id}-a-b`));
  const before = fs.readdirSync(folder);
  fs.mkdirSync(path.join(folder, `ipcapp-chromium-${id}-abcdef`));
  await leaves(folder, before);
  assert.deepEqual(fs.readdirSync(elsewhere), ['file']);
});

test('a profile of another user is not swept', { ...posixOnly, skip: process.getuid?.() !== 0 }, async (t) => {
  const folder = temporary(t);
  const theirs = `ipcapp-chromium-${goneId()}-theirs`;
  fs.mkdirSync(path.join(folder, theirs));
  fs.chownSync(path.join(folder, theirs), 65_534, 65_534);
  fs.mkdirSync(path.join(folder, `ipcapp-chromium-${goneId()}-abcdef`));
  await leaves(folder, [theirs]);
});

test('Chromium has a temporary folder of its own, unless the path of its socket would be too long', posixOnly, (t) => {
  temporary(t);
  assert.ok(fs.statSync(path.join(createProfile(), 't')).isDirectory());
  assert.equal(temporaryFolderOf('/profile'), '/profile/t');
  assert.equal(temporaryFolderOf(`/${'x'.repeat(100)}`), undefined);
});

test('a socket elsewhere goes with the profile, and nothing else that it names', posixOnly, (t) => {
  const folder = temporary(t);
  for (const [name, stays] of /** @type {const} */ ([['org.chromium.Chromium.abcdef', false], ['precious', true]])) {
    const place = path.join(folder, name);
    fs.mkdirSync(place);
    const profile = createProfile();
    fs.symlinkSync(path.join(place, 'SingletonSocket'), path.join(profile, 'SingletonSocket'));
    removeProfile(profile);
    assert.deepEqual([fs.existsSync(profile), fs.existsSync(place)], [false, stays]);
  }
});
