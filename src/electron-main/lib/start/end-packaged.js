'use strict';

const { showBox } = require('./give-up');

/**
 * Waits for the end of a package's .NET, and says why it ended if that was not in order: in a line and in a dialog.
 * @param {import('./packaged-main-process').PackagedMainProcess} packaged
 * @param {number} code What the app would end with.
 * @param {number} leftMs How long the services of .NET may still take to stop.
 * @param {number} shutdownMs How long they were allowed to take.
 * @returns {Promise<number>} What it ends with.
 */
async function endPackaged(packaged, code, leftMs, shutdownMs) {
  const { exitCode, line } = await packaged.stop(leftMs, shutdownMs);
  if (line !== null) {
    process.stderr.write(`ipcapp: ${line}\n`);
  }
  const reasons = [packaged.lossReason, line].filter((reason) => reason !== null);
  if (reasons.length > 0) {
    await showBox('has ended', reasons.join('\n'), packaged.errorOutput).catch(() => {}); // without a display the line above has to do
  }
  return code || exitCode;
}

module.exports = { endPackaged };
