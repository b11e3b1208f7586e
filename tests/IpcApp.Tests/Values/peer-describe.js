'use strict';

// One text for each graph of values that a page could tell from another: identity, order, holes, -0, lone surrogates. The C# tests have
// the same description of an IpcValue, written independently.

const { createHash } = require('node:crypto');

const LONG = 64;

const sha = (data) => createHash('sha256').update(data).digest('hex');
const hex = (text) => [...Array(text.length).keys()].map((i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');

function number(value) {
  if (Number.isNaN(value)) return 'NaN';
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString('hex');
}

function bytesOf(view) {
  const bytes = ArrayBuffer.isView(view) ? Buffer.from(view.buffer, view.byteOffset, view.byteLength) : Buffer.from(view);
  return bytes.length <= LONG ? bytes.toString('hex') : `${bytes.length}*${sha(bytes)}`;
}

function primitive(value) {
  switch (typeof value) {
    case 'string': return `s${value.length <= LONG ? hex(value) : `${value.length}*${sha(hex(value))}`}`;
    case 'number': return `n${number(value)}`;
    case 'bigint': return `b${value < 0n ? '-' : ''}${(value < 0n ? -value : value).toString(16)}`;
    default: return String(value);
  }
}

/** A view's class by its internal slot, which a subclass such as Buffer does not change. */
const typedArrayName = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

const isIndex = (key) => String(Number(key) >>> 0) === key && key !== '4294967295';

module.exports = function describe(root) {
  const ids = new Map();

  const property = (object) => (key) => `${primitive(key)}=${any(object[key])}`;

  function any(value) {
    if (typeof value !== 'object' || value === null) return primitive(value);
    if (ids.has(value)) return `^${ids.get(value)}`;
    ids.set(value, ids.size);
    return `#${ids.get(value)}${object(value)}`;
  }

  function error(value) {
    const text = (key) => (Object.hasOwn(value, key) && typeof value[key] === 'string' ? primitive(value[key]) : '-');
    const [message, stack] = [text('message'), text('stack')];
    return `E(${value.name},${message},${stack},${Object.hasOwn(value, 'cause') ? any(value.cause) : '-'})`;
  }

  function array(value) {
    const keys = Object.keys(value);
    const elements = keys.filter(isIndex).map((key) => `${key}=${any(value[key])}`);
    const others = keys.filter((key) => !isIndex(key)).map(property(value));
    return `A${value.length}[${elements}][${others}]`;
  }

  function object(value) {
    if (Array.isArray(value)) return array(value);
    if (value instanceof Error) return error(value);
    if (value instanceof Date) return `D${number(value.getTime())}`;
    if (value instanceof RegExp) return `R${hex(value.source)}/${value.flags}`;
    if (value instanceof Map) return `M[${[...value].map(([k, v]) => `${any(k)}:${any(v)}`)}]`;
    if (value instanceof Set) return `S[${[...value].map(any)}]`;
    if (value instanceof ArrayBuffer) return `B${value.resizable ? `(${value.maxByteLength})` : ''}${bytesOf(value)}`;
    if (ArrayBuffer.isView(value)) return `V${typedArrayName.call(value) ?? 'DataView'}:${bytesOf(value)}`;
    if (typeof value.valueOf() !== 'object') return `X${primitive(value.valueOf())}`;
    return `O[${Object.keys(value).map(property(value))}]`;
  }

  return any(root);
};
