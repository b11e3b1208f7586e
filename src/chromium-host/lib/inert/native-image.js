'use strict';
const fs = require('node:fs');

/** A picture as PNG; nothing here can draw. */
class NativeImage {
  #png;

  /** @param {Buffer} [png] */
  constructor(png = Buffer.alloc(0)) {
    this.#png = png;
  }

  toPNG() {
    return this.#png;
  }

  toDataURL() {
    return `data:image/png;base64,${this.#png.toString('base64')}`;
  }

  isEmpty() {
    return this.#png.length === 0;
  }

  getSize() {
    const header = 24; // up to width and height
    if (this.#png.length < header) return { width: 0, height: 0 };
    return { width: this.#png.readUInt32BE(16), height: this.#png.readUInt32BE(20) };
  }
}

const nativeImage = {
  createEmpty: () => new NativeImage(),
  /** @param {Buffer} png */
  createFromBuffer: (png) => new NativeImage(png),
  /** @param {string} file */
  createFromPath: (file) => new NativeImage(fs.existsSync(file) ? fs.readFileSync(file) : undefined),
};

exports.NativeImage = NativeImage;
exports.nativeImage = nativeImage;
