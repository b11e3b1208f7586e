'use strict';

const fs = require('node:fs');

/** Of field 22 of `/proc/ID/stat`, counted from the state, which follows the name in parentheses. */
const START_TIME_INDEX = 19;
/** The state of a process that has ended and whose parent has not noticed. */
const ENDED = 'Z';

/**
 * Names this process in the name of a file: its id, and on Linux also when it was started, since ids are used again. .NET writes the same
 * (`ProcessTag.cs`).
 */
function ownTag() {
  const status = statusOf(process.pid);
  return status === null ? String(process.pid) : `${process.pid}.${status.start}`;
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
  const status = statusOf(id);
  return status === null || (!status.hasEnded && (start === undefined || status.start === start));
}

/** Null where the system does not tell it in a file; the start is in hexadecimal. @param {number} id */
function statusOf(id) {
  try {
    const text = fs.readFileSync(`/proc/${id}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { hasEnded: fields[0] === ENDED, start: BigInt(fields[START_TIME_INDEX] ?? '').toString(16) };
  } catch {
    return null;
  }
}

module.exports = { ownTag, isRunning };
