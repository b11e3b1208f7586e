'use strict';

// Electron's `process.exit` is `app.exit`, so the stand-in keeps Node's own for itself.

/** @type {(code: number) => never} */
const exit = process.exit.bind(process);

/** @type {(() => void)[]} */
const cleanUps = [];

/** Does this when the process ends, in every way but a kill. @param {() => void} cleanUp */
function atExit(cleanUp) {
  cleanUps.push(cleanUp);
  process.once('exit', cleanUp);
}

/** As Electron ends before `ready`: the app's listeners hear nothing. @param {number} code @returns {never} */
function exitUnheard(code) {
  process.removeAllListeners('exit');
  for (const cleanUp of cleanUps) cleanUp();
  return exit(code);
}

module.exports = { atExit, exit, exitUnheard };
