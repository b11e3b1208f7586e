'use strict';
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const prefix = 'ipcapp-chromium-';
const ownerOf = /^ipcapp-chromium-(\d+)-/;

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH';
  }
}

/** A profile of this run alone, named by its process so that a later run can tell whether it was left behind. */
function createProfile() {
  return fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
}

/** @param {string} profile */
function removeProfile(profile) {
  try {
    // Chromium's helpers may write for a moment after it died
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 40 });
  } catch {
    // the next run sweeps it
  }
}

/** Removes the profiles of runs that were killed outright. */
function sweepProfiles() {
  fs.readdir(os.tmpdir(), (error, names) => {
    if (error) return;
    for (const name of names) {
      const owner = Number(ownerOf.exec(name)?.[1] ?? process.pid);
      if (owner !== process.pid && !isRunning(owner)) fs.rm(path.join(os.tmpdir(), name), { recursive: true, force: true }, () => {});
    }
  });
}

exports.createProfile = createProfile;
exports.removeProfile = removeProfile;
exports.sweepProfiles = sweepProfiles;
exports.isRunning = isRunning;
