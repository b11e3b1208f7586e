'use strict';

const mark = Symbol('native backed');

/**
 * In Electron these classes wrap native objects, which structured clone refuses; here they are ordinary ones, so they are marked.
 * @param {...Function} classes
 */
function markNativeBacked(...classes) {
  for (const each of classes) Object.defineProperty(each.prototype, mark, { value: true });
}

/** @param {any} value */
function isNativeBacked(value) {
  return value[mark] === true || value === process.env;
}

exports.markNativeBacked = markNativeBacked;
exports.isNativeBacked = isNativeBacked;
