'use strict';

const tailLength = 4000;
/** Sources of errors that Chromium reports in every container, and that end nothing. */
const harmless = /dbus|crashpad/;

/** What Chromium said last, to explain its end; passed on when someone asked for a debugging port and waits for its address. */
class StderrTail {
  #text = '';

  /** @param {import('node:stream').Readable} stream @param {boolean} passOn */
  constructor(stream, passOn) {
    stream.on('data', (/** @type {Buffer} */ chunk) => {
      this.#text = (this.#text + chunk).slice(-tailLength);
      if (passOn) process.stderr.write(chunk);
    });
  }

  /** @returns {string} empty, or a clause that names the cause and the way out */
  explanation() {
    if (/No usable sandbox|SUID sandbox/.test(this.#text)) {
      return ' because the system refuses its sandbox: allow unprivileged user namespaces, or use a browser from a package of your system';
    }
    const lines = this.#text.split('\n');
    const fatal = lines.findLast((line) => /FATAL/.test(line)) ?? lines.findLast((line) => /ERROR/.test(line) && !harmless.test(line));
    return fatal ? `: ${fatal.trim()}` : '';
  }
}

exports.StderrTail = StderrTail;
