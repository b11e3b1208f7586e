'use strict';

/**
 * The text of messages between the host and its pages. One command of the DevTools protocol takes much less than a message may have,
 * so long texts travel in parts. This function runs in Node and, as text, in the page: it must not use anything outside itself.
 */
module.exports = function createMessageText() {
  /** Characters that a message can have: V8's longest string, in Node as in Chromium, with room for the brackets of a batch. */
  const longestText = 2 ** 29 - 26;
  /** Characters of a part. Escaped and as UTF-8 a part has at most three times as many bytes, on the way to Node six times. */
  const partLength = 1024 * 1024;
  /** First characters of parts; no JSON text begins with either. */
  const more = '+';
  const last = '.';

  class MessageTooLargeError extends Error {
    constructor() {
      super(
        'The message is too large for the Chromium host (DevTools protocol): ' +
          `as JSON text, with bytes as Base64, it has more than ${longestText} characters`,
      );
      this.name = 'MessageTooLargeError';
    }
  }

  return {
    partLength,
    MessageTooLargeError,

    /**
     * To be called before bytes become Base64.
     * @param {number} length
     * @throws {MessageTooLargeError}
     */
    checkBytes(length) {
      if (Math.ceil(length / 3) * 4 > longestText) throw new MessageTooLargeError();
    },

    /**
     * @param {unknown} message
     * @returns {string}
     * @throws {MessageTooLargeError}
     */
    write(message) {
      let text;
      try {
        text = JSON.stringify(message);
      } catch (error) {
        throw error instanceof RangeError && error.message === 'Invalid string length' ? new MessageTooLargeError() : error;
      }
      if (text.length > longestText) throw new MessageTooLargeError();
      return text;
    },

    /**
     * What goes over the wire for a text: the text itself, or its parts in order.
     * @param {string} text
     * @returns {string[]}
     */
    cut(text) {
      if (text.length <= partLength) return [text];
      const parts = [];
      for (let start = 0, end; start < text.length; start = end) {
        end = Math.min(start + partLength, text.length);
        const code = text.charCodeAt(end - 1);
        if (code >= 0xd800 && code < 0xdc00 && end < text.length) end--; // both halves of a surrogate pair in one part
        parts.push((end < text.length ? more : last) + text.slice(start, end));
      }
      return parts;
    },

    /**
     * Puts one sender's texts together again.
     * @returns {(part: string) => string | null} the whole text, or null while parts are missing
     */
    createJoiner() {
      /** @type {string[]} */
      let parts = [];
      return (part) => {
        const mark = part[0];
        if (mark !== more && mark !== last) return part;
        parts.push(part.slice(1));
        if (mark === more) return null;
        const whole = parts.join('');
        parts = [];
        return whole;
      };
    },
  };
};
