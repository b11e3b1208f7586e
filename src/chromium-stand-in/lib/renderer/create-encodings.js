'use strict';

/**
 * The text encodings of `Buffer`. Runs in the page, as text.
 * @param {{ toBase64: (bytes: Uint8Array) => string, fromBase64: (text: string) => Uint8Array<ArrayBuffer> }} base64
 */
module.exports = function createEncodings({ toBase64, fromBase64 }) {
  /**
   * `estimate` tells how many bytes a text has, as Node does, which does not look for other characters.
   * @typedef {{ write(text: string): Uint8Array<ArrayBuffer>, read(bytes: Uint8Array): string, estimate?(text: string): number }} Encoding
   */
  const utf8Encoder = new TextEncoder();
  const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const chunk = 32768; // more arguments than this overflow the stack

  /** @param {ArrayLike<number>} codes */
  function textOf(codes) {
    let text = '';
    for (let at = 0; at < codes.length; at += chunk) text += String.fromCharCode(...Array.prototype.slice.call(codes, at, at + chunk));
    return text;
  }

  /** The low byte of each code unit. @param {string} text */
  const bytesOf = (text) => Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

  /** @param {string} text */
  function writeHex(text) {
    const pairs = /^(?:[0-9a-f]{2})*/i.exec(text)?.[0] ?? '';
    return Uint8Array.from({ length: pairs.length / 2 }, (_, at) => parseInt(pairs.slice(at * 2, at * 2 + 2), 16));
  }

  /** Accepts both alphabets and ignores other characters, as Node does. @param {string} text */
  function writeBase64(text) {
    const known = text
      .replace(/=.*$/s, '')
      .replace(/[^A-Za-z0-9+/_-]/g, '')
      .replaceAll('-', '+')
      .replaceAll('_', '/');
    const whole = known.length % 4 === 1 ? known.slice(0, -1) : known;
    return fromBase64(whole.padEnd(Math.ceil(whole.length / 4) * 4, '='));
  }

  /** @param {string} text */
  const estimateBase64 = (text) => (text.replace(/={1,2}$/, '').length * 3) >> 2;

  /** @param {string} text */
  function writeUtf16(text) {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
    return new Uint8Array(view.buffer);
  }

  /** @param {Uint8Array} bytes */
  function readUtf16(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return textOf(Array.from({ length: bytes.length >> 1 }, (_, at) => view.getUint16(at * 2, true)));
  }

  /** @type {Encoding} */
  const utf8 = { write: (text) => utf8Encoder.encode(text), read: (bytes) => utf8Decoder.decode(bytes) };
  /** @type {Encoding} */
  const utf16le = { write: writeUtf16, read: readUtf16 };
  /** @type {Encoding} */
  const latin1 = { write: bytesOf, read: textOf };
  /** @type {Record<string, Encoding>} */
  const encodings = {
    utf8,
    'utf-8': utf8,
    utf16le,
    'utf-16le': utf16le,
    ucs2: utf16le,
    'ucs-2': utf16le,
    latin1,
    binary: latin1,
    ascii: { write: bytesOf, read: (bytes) => textOf(bytes.map((byte) => byte & 0x7f)) },
    hex: { write: writeHex, estimate: (text) => text.length >> 1, read: (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') },
    base64: { write: writeBase64, estimate: estimateBase64, read: toBase64 },
    base64url: {
      write: writeBase64,
      estimate: estimateBase64,
      read: (bytes) => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
    },
  };

  return {
    /** @param {unknown} name */
    isKnown: (name) => typeof name === 'string' && Object.hasOwn(encodings, name.toLowerCase()),
    /** @param {string} [name] @returns {Encoding} @throws {TypeError} it is unknown */
    find(name = 'utf8') {
      const encoding = encodings[String(name).toLowerCase()];
      if (!encoding) throw new TypeError(`Unknown encoding: ${name}`);
      return encoding;
    },
  };
};
