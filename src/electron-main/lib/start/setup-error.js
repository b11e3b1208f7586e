'use strict';

const { EXIT } = require('./exit-codes');

/** The app cannot start as it is set up. `message` is the one line that the developer sees. */
class SetupError extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = EXIT.setup) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The first line of whatever was thrown, for messages that must stay on one line. @param {unknown} thrown */
function firstLine(thrown) {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return text.split('\n', 1)[0] ?? text;
}

exports.SetupError = SetupError;
exports.firstLine = firstLine;
