// Draws the template's app icon in every size and format that the packages need, into content/build:
//
//   node template/make-icons.mjs
//
// The result is committed, so it is not needed to build an app; run it when the icon changes. Nothing but Node is needed:
// the shapes are distances, a pixel is covered by as much of a shape as its distance says.

import { mkdirSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const FOLDER = new URL('content/build/', import.meta.url);
const LINUX = [16, 24, 32, 48, 64, 96, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
/** The types of Apple's format that hold PNG, by size; 32 and 64 stand for 16 and 32 on a display with twice the pixels. */
const MACOS = [
  ['icp4', 16], ['icp5', 32], ['ic11', 32], ['ic12', 64], ['ic07', 128], ['ic13', 256], ['ic08', 256], ['ic14', 512], ['ic09', 512], ['ic10', 1024],
];

// Shapes, on a square of 256: [x, y] to distance, negative inside.
const length = (x, y) => Math.hypot(x, y);
const roundedBox = (cx, cy, width, height, radius) => (x, y) => {
  const dx = Math.abs(x - cx) - width / 2 + radius;
  const dy = Math.abs(y - cy) - height / 2 + radius;
  return Math.min(Math.max(dx, dy), 0) + length(Math.max(dx, 0), Math.max(dy, 0)) - radius;
};
const segment = (ax, ay, bx, by, width) => (x, y) => {
  const [px, py, sx, sy] = [x - ax, y - ay, bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, (px * sx + py * sy) / (sx * sx + sy * sy)));
  return length(px - sx * along, py - sy * along) - width / 2;
};
const outline = (shape, width) => (x, y) => Math.abs(shape(x, y)) - width / 2;
const any = (...shapes) => (x, y) => Math.min(...shapes.map((shape) => shape(x, y)));

const tile = roundedBox(128, 128, 232, 232, 52);
const frame = any(outline(roundedBox(128, 129, 156, 132, 16), 12), segment(50, 92, 206, 92, 10));
const arrow = (tail, head, y, back) => any(
  segment(tail, y, head, y, 10), segment(head, y, head - back, y - 14, 10), segment(head, y, head - back, y + 14, 10));
const there = arrow(90, 166, 126, 14);
const back = arrow(166, 90, 164, -14);

const mix = (from, to, part) => from.map((value, i) => value + (to[i] - value) * part);
const TOP = [124, 108, 255];
const BOTTOM = [68, 56, 202];
const WHITE = [255, 255, 255];
const PALE = [224, 220, 255];

/** @param {number} size @returns {Buffer} RGBA, row by row */
function draw(size) {
  const pixels = Buffer.alloc(size * size * 4);
  const scale = 256 / size;
  const covered = (shape, x, y) => Math.min(1, Math.max(0, 0.5 - shape(x, y) / scale));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [x, y] = [(column + 0.5) * scale, (row + 0.5) * scale];
      let color = mix(TOP, BOTTOM, (x + y) / 512);
      color = mix(color, PALE, covered(back, x, y));
      color = mix(color, WHITE, covered(any(frame, there), x, y));
      pixels.set([...color.map(Math.round), Math.round(255 * covered(tile, x, y))], (row * size + column) * 4);
    }
  }
  return pixels;
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = ~body.reduce((crc, byte) => CRC[(crc ^ byte) & 255] ^ (crc >>> 8), 0xffffffff) >>> 0;
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(sum, 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** @param {number} size */
function png(size) {
  const pixels = draw(size);
  const rows = Array.from({ length: size }, (_, row) => Buffer.concat([Buffer.of(0), pixels.subarray(row * size * 4, (row + 1) * size * 4)]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // eight bits, RGBA
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function ico() {
  const images = WINDOWS.map((size) => ({ size, data: png(size) }));
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, data }, i) => {
    const at = 6 + 16 * i;
    head.set([size % 256, size % 256], at); // 256 is written as 0
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(data.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += data.length;
  });
  return Buffer.concat([head, ...images.map(({ data }) => data)]);
}

function icns() {
  const entry = (type, data) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(data.length + 8, 4);
    return Buffer.concat([head, data]);
  };
  return entry('icns', Buffer.concat(MACOS.map(([type, size]) => entry(type, png(size)))));
}

mkdirSync(new URL('icons/', FOLDER), { recursive: true });
LINUX.forEach((size) => writeFileSync(new URL(`icons/${size}x${size}.png`, FOLDER), png(size)));
writeFileSync(new URL('icon.ico', FOLDER), ico());
writeFileSync(new URL('icon.icns', FOLDER), icns());
