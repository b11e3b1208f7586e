'use strict';
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const prefix = 'ipcapp-chromium-';
const ownerOf = /^ipcapp-chromium-(\d+)(?:\.([0-9a-f]+))?-[0-9A-Za-z]+$/;
/** Of field 22 of `/proc/ID/stat`, counted from what follows the state, which follows the name in parentheses. */
const startTimeIndex = 18;
/** What Chromium adds to its temporary folder for the socket by which a second start finds the first. */
const socketSuffix = '/org.chromium.Chromium.XXXXXX/SingletonSocket';
const temporaryName = 't';
const mostTries = 25;
/** In milliseconds. */
const retryDelay = 40;
const pause = new Int32Array(new SharedArrayBuffer(4));

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH';
  }
}

/**
 * When a process was started, since ids are used again, and whether it has ended and its parent has not noticed.
 * @param {number} pid
 * @returns {{ start: string, hasEnded: boolean } | undefined} undefined where no file tells it
 */
function statusOf(pid) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return { start: BigInt(fields[startTimeIndex] ?? '').toString(16), hasEnded: state === 'Z' };
  } catch {
    return undefined;
  }
}

/** A profile of this run alone, named by its process so that a later run can tell whether it was left behind. */
function createProfile() {
  const status = statusOf(process.pid);
  const owner = status === undefined ? process.pid : `${process.pid}.${status.start}`;
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}${owner}-`));
  fs.mkdirSync(path.join(profile, temporaryName));
  return profile;
}

/**
 * The folder for Chromium's temporary files, which stay when it is killed.
 * @param {string} profile
 * @returns {string | undefined} undefined if the path of a socket in it would be too long
 */
function temporaryFolderOf(profile) {
  const folder = path.join(profile, temporaryName);
  const most = (process.platform === 'darwin' ? 104 : 108) - 1;
  return process.platform === 'win32' || Buffer.byteLength(folder + socketSuffix) <= most ? folder : undefined;
}

/** @param {string} profile */
function removeProfile(profile) {
  removeSocket(profile);
  for (let tries = 0; tries < mostTries && !isRemoved(profile); tries++) Atomics.wait(pause, 0, 0, retryDelay);
}

/** Chromium may still write into it for a moment after it was killed; what stays in the end the next run sweeps. @param {string} profile */
function isRemoved(profile) {
  try {
    fs.rmSync(profile, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** Where the socket is in the system's temporary folder, the profile says where. @param {string} profile */
function removeSocket(profile) {
  try {
    const folder = path.dirname(fs.readlinkSync(path.join(profile, 'SingletonSocket')));
    if (/^\.?org\.chromium\.Chromium\./.test(path.basename(folder)) && isOwn(folder)) fs.rmSync(folder, { recursive: true, force: true });
  } catch {
    // there is none
  }
}

/** Removes the profiles of runs that were killed outright. */
function sweepProfiles() {
  fs.readdir(os.tmpdir(), (error, names) => {
    if (error) return;
    for (const name of names) {
      const profile = path.join(os.tmpdir(), name);
      const [, pid, start] = ownerOf.exec(name) ?? [];
      if (pid !== undefined && !isOwner(Number(pid), start) && isOwn(profile)) removeProfile(profile);
    }
  });
}

/** @param {number} pid @param {string | undefined} start */
function isOwner(pid, start) {
  if (!isRunning(pid)) return false;
  const status = statusOf(pid);
  return status === undefined || (!status.hasEnded && (start === undefined || status.start === start));
}

/** Others can write into a temporary folder, so a name says nothing. @param {string} folder */
function isOwn(folder) {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && stat.isDirectory() && (process.getuid === undefined || stat.uid === process.getuid());
}

module.exports = { createProfile, temporaryFolderOf, removeProfile, sweepProfiles, isRunning };
