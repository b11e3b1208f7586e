'use strict';

/**
 * The one range of a `Range` header, which media elements need to seek. Several ranges at once and other units are answered with the
 * whole file, as HTTP allows.
 * @param {string | null} header
 * @param {number} size
 * @returns {{ start: number, end: number } | 'whole' | 'unsatisfiable'} `end` is the last byte itself
 */
function readRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (match === null || (first === '' && last === '')) {
    return 'whole';
  }
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) {
    return 'whole';
  }
  return start >= size ? 'unsatisfiable' : { start, end };
}

module.exports = { readRange };
