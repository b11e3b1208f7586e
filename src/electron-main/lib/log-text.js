'use strict';

// Makes text safe for a line of the log. Pages choose names of channels, addresses and parts of error texts: without this they could fill
// the log, begin lines of their own, or control the terminal that shows it. LogText.cs has the same rules.

const { LIMITS } = require('./limits');

const NAME_LENGTH = LIMITS.logNameLength;
const MESSAGE_LENGTH = LIMITS.logMessageLength;
/** What is kept of a stack. */
const STACK_LINES = 20;

/**
 * Characters that move the cursor, end the line, change the direction of what follows, cannot be seen, or are half of a pair. The two joiners
 * of scripts and emoji are allowed.
 */
const UNSAFE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** @type {Record<string, string>} */
const SHORT = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** @param {string} character */
function escape(character) {
  return SHORT[character] ?? `\\u${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Escapes unsafe characters, so that they can be seen, and cuts the text; the result says how long a cut text is.
 * @param {string} text
 * @param {number} [length] How many of its characters are kept.
 */
function clean(text, length = NAME_LENGTH) {
  if (text.length <= length) {
    return text.replace(UNSAFE, escape);
  }
  const isSplit = /[\ud800-\udbff]/.test(text.charAt(length - 1));
  return `${text.slice(0, isSplit ? length - 1 : length).replace(UNSAFE, escape)}… (${text.length.toLocaleString('en-US')} characters)`;
}

/** The same for a stack, whose lines stay. @param {string} stack */
function cleanStack(stack) {
  const lines = stack.slice(0, 2 * STACK_LINES * NAME_LENGTH).split('\n');
  return lines.slice(0, STACK_LINES).map((line) => clean(line.replace(/\r$/, ''), 2 * NAME_LENGTH)).join('\n');
}

module.exports = { clean, cleanStack, MESSAGE_LENGTH };
