'use strict';
const fs = require('node:fs');
const os = require('node:os');

const kilobyte = 1024;

/** @param {string} text of /proc/meminfo @param {string} name @returns {number} in KB */
function entryOf(text, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
}

/**
 * What `process.getSystemMemoryInfo` tells, in KB. Node does not know the swap space of Windows and macOS; Electron tells it of Windows.
 * @returns {{ total: number, free: number, swapTotal?: number, swapFree?: number }}
 */
function systemMemory() {
  if (process.platform !== 'linux') return { total: Math.floor(os.totalmem() / kilobyte), free: Math.floor(os.freemem() / kilobyte) };
  const text = fs.readFileSync('/proc/meminfo', 'utf8');
  return {
    total: entryOf(text, 'MemTotal'),
    free: entryOf(text, 'MemFree'),
    swapTotal: entryOf(text, 'SwapTotal'),
    swapFree: entryOf(text, 'SwapFree'),
  };
}

exports.systemMemory = systemMemory;
