'use strict';

const { StringDecoder } = require('node:string_decoder');
const { stripVTControlCharacters } = require('node:util');

/** How much is kept of what a process writes. */
const KEPT = 8_192;
/** How many lines of it are shown. */
const LINES = 10;
/** Of no use to a person who reads a message box. */
const STACK_FRAME = /^\s+at /;
/** The line with which .NET's console begins each entry of the log, such as `crit: IpcApp[4001]`. */
const LOG_HEADER = /^(trce|dbug|info|warn|fail|crit): \S+\[\d+\]$/;

/** The end of what a process writes as errors, to say why it ended. */
class ErrorOutput {
  #decoder = new StringDecoder('utf8');
  #kept = '';
  #isCut = false;

  /** @param {Buffer} chunk */
  add(chunk) {
    const text = this.#kept + this.#decoder.write(chunk);
    this.#isCut ||= text.length > KEPT;
    this.#kept = text.slice(-KEPT);
  }

  /** Its last lines, without colours, stacks and what only a log needs; empty if it has said nothing. */
  get text() {
    const [first = '', ...others] = this.#kept.split(/\r?\n/);
    const whole = this.#isCut && others.some((line) => line !== '') ? others : [first, ...others];
    const lines = whole.map((line) => stripVTControlCharacters(line).trimEnd())
      .filter((line) => line !== '' && !STACK_FRAME.test(line) && !LOG_HEADER.test(line))
      .map((line) => line.trimStart());
    return lines.slice(-LINES).join('\n');
  }
}

exports.ErrorOutput = ErrorOutput;
