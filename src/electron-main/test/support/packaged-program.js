'use strict';

// Programs that stand for the .NET main process of a packaged app, and what its host says of them.

/** What the host itself has written. */
const LINES = /^ipcapp: (?!running as root).*$/gm;
/** Statements of a program that connect it to the host; see `asynchronously`. */
const CONNECT = `
  const main = await MainProcess.connect(process.env.IPCAPP_DIR);
  main.control('configure', { development: false });
`;
/** A statement that keeps a program running. */
const STAY = 'setInterval(() => {}, 60_000);\n';

/** @param {string} body */
const asynchronously = (body) => `(async () => {${body}})();\n`;

/** @param {number} id */
function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

module.exports = { LINES, CONNECT, STAY, asynchronously, isRunning };
