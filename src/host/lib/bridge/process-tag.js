'use strict';

const fs = require('node:fs');

/** Of field 22 of `/proc/ID/stat`, counted from the state, which follows the name in parentheses. */
const START_TIME_INDEX = 19;

/**
 * Names this process in the name of a file: its id, and on Linux also when it was started, since ids are used again. .NET writes the same
 * (`ProcessTag.cs`).
 */
function ownTag() {
  const start = startOf(process.pid);
  return start === null ? String(process.pid) : `${process.pid}.${start}`;
}

/**
 * Whether the process runs that a tag names. True if that cannot be known.
 * @param {number} id
 * @param {string | undefined} start
 */
function isRunning(id, start) {
  try {
    process.kill(id, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') {
      return false;
    }
  }
  const actual = start === undefined ? null : startOf(id);
  return actual === null || actual === start;
}

/** In hexadecimal; null where the system does not tell it in a file. @param {number} id */
function startOf(id) {
  try {
    const status = fs.readFileSync(`/proc/${id}/stat`, 'utf8');
    const ticks = status.slice(status.lastIndexOf(')') + 2).split(' ')[START_TIME_INDEX] ?? '';
    return BigInt(ticks).toString(16);
  } catch {
    return null;
  }
}

module.exports = { ownTag, isRunning };
