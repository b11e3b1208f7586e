'use strict';

// Both run in the page, as text.

/** @param {Uint8Array & { toBase64?: () => string }} bytes */
function toBase64(bytes) {
  if (bytes.toBase64) return bytes.toBase64();
  const step = 32768; // more arguments than this overflow the stack
  let text = '';
  for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(text);
}

/** @param {string} text */
function fromBase64(text) {
  const native = /** @type {any} */ (Uint8Array).fromBase64;
  return native ? native.call(Uint8Array, text) : Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

exports.toBase64 = toBase64;
exports.fromBase64 = fromBase64;
