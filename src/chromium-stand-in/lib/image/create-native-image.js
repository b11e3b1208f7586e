'use strict';

/**
 * `nativeImage`, which keeps pictures as the PNG that they are: nothing here can draw. This function runs in Node and, as text, in the page.
 * @param {object} environment
 * @param {any} environment.Buffer
 * @param {(file: string) => Uint8Array | undefined} environment.readFile
 * @param {ReturnType<typeof import('../absent/create-absent')>} environment.absent
 */
module.exports = function createNativeImage({ Buffer, readFile, absent }) {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const headerLength = 24; // up to width and height
  /** Formats that Electron reads and this host does not: JPEG, Windows icons. */
  const others = [
    [0xff, 0xd8, 0xff],
    [0, 0, 1, 0],
  ];
  const prefix = 'data:image/png;base64,';

  /** @param {Uint8Array} bytes @param {number[]} signature */
  const begins = (bytes, signature) => bytes.length >= headerLength && signature.every((byte, index) => bytes[index] === byte);

  /** An object of functions, which structured clone refuses. @param {Uint8Array} [bytes] */
  function imageOf(bytes = new Uint8Array(0)) {
    const isOther = others.some((signature) => begins(bytes, signature));
    const isEmpty = !isOther && !begins(bytes, png);
    const content = Buffer.from(isEmpty ? [] : bytes);
    /** @template T @param {() => T} read @returns {() => T} */
    const known = (read) => () => {
      if (isOther) throw absent.errorFor('A nativeImage that is not PNG');
      return read();
    };
    const getSize = known(() => (isEmpty ? { width: 0, height: 0 } : { width: content.readUInt32BE(16), height: content.readUInt32BE(20) }));
    const image = {
      toPNG: known(() => Buffer.from(content)),
      toDataURL: known(() => prefix + content.toString('base64')),
      isEmpty: () => isEmpty,
      getSize,
      getAspectRatio: () => (isEmpty ? 1 : getSize().width / getSize().height),
      getScaleFactors: () => (isEmpty ? [] : [1]),
    };
    absent.completeInstance(image, 'NativeImage');
    return image;
  }

  return {
    createEmpty: () => imageOf(),
    /** @param {Uint8Array} bytes */
    createFromBuffer: (bytes) => imageOf(bytes),
    /** @param {string} url */
    createFromDataURL: (url) => imageOf(url.startsWith(prefix) ? Buffer.from(url.slice(prefix.length), 'base64') : undefined),
    /** @param {string} file */
    createFromPath: (file) => imageOf(readFile(file)),
  };
};
