'use strict';

const { listen, removeUnused } = require('../bridge');
const { formatVersion } = require('../values');
const { EXIT } = require('./exit-codes');
const { exitWith } = require('./give-up');
const { explainEnding, explainSilence } = require('./packaged-main-process');
const { SetupError, firstLine } = require('./setup-error');

/** How long windows may take to close when .NET is gone: nothing they do can reach it any more. */
const LOST_MS = 500;

/** The longest time that a timer can take. */
const FOR_EVER = 2 ** 31 - 1;

/** A goodbye that .NET does not answer may not hold up the end. */
const CLOSE_MS = 500;

/**
 * Waits for .NET, serves it, and after that another one if it comes within the grace period. Ends with the process.
 * @param {import('../host').Host} host
 * @param {import('./environment').Rendezvous} rendezvous
 */
async function serveMainProcesses(host, rendezvous) {
  const listener = await openBridge(rendezvous);
  const { packaged } = rendezvous;
  packaged?.start();
  let connection = await (packaged === undefined ? acceptFirst(listener, rendezvous) : acceptPackaged(host, listener, packaged));
  rendezvous.withdraw?.();
  while (connection !== null) {
    const reason = await host.serve(connection);
    if (host.lifecycle.isEnding) {
      host.lifecycle.quit(EXIT.ok);
      return;
    }
    if (packaged !== undefined && !host.isConfigured) {
      const { exitCode, how } = await packaged.stop();
      const said = packaged.errorOutput;
      exitWith(exitCode || EXIT.mainProcessLost, said === '' ? explainSilence('ended while it started', how, said) : null, said);
      return;
    }
    connection = await acceptAgain(listener, host.configuration.graceMs);
    if (connection === null) {
      const isOrderly = reason.kind === 'closed-by-peer' || reason.kind === 'closed';
      if (!isOrderly) {
        const line = firstLine(reason.message);
        process.stderr.write(`ipcapp: ${line}\n`);
        if (packaged !== undefined) {
          packaged.lossReason = line;
        }
      }
      host.lifecycle.quit(isOrderly ? EXIT.ok : EXIT.mainProcessLost, LOST_MS);
    }
  }
}

/** @param {import('./environment').Rendezvous} rendezvous */
async function openBridge({ directory, handshakeMs, packaged }) {
  const { electron = '', chrome = '', node } = process.versions;
  try {
    return await listen(directory, {
      handshakeTimeout: handshakeMs,
      closeTimeout: CLOSE_MS,
      v8Version: formatVersion,
      info: { electron, chrome, node, platform: process.platform },
    });
  } catch (error) {
    await packaged?.stop();
    throw new SetupError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * The same from a process that this one has started: if that ends, no other process will connect.
 * @param {import('../host').Host} host
 * @param {Awaited<ReturnType<typeof openBridge>>} listener
 * @param {import('./packaged-main-process').PackagedMainProcess} packaged
 */
async function acceptPackaged(host, listener, packaged) {
  const ended = packaged.ended.then((ending) => explainEnding(ending, packaged.errorOutput));
  const first = await Promise.race([ended, listener.accept().catch((error) => ({ exitCode: EXIT.handshake, line: firstLine(error) }))]);
  if (!('exitCode' in first)) {
    packaged.hasConnected = true;
    return first;
  }
  listener.close();
  if (host.lifecycle.isEnding) {
    return null; // the app is quit while .NET starts, and .NET was ended for that
  }
  await packaged.stop();
  exitWith(first.exitCode, first.line, packaged.errorOutput);
  return null;
}

/**
 * @param {Awaited<ReturnType<typeof openBridge>>} listener
 * @param {import('./environment').Rendezvous} rendezvous
 */
async function acceptFirst(listener, { directory, isPatient, handshakeMs }) {
  try {
    return await (isPatient ? acceptPatiently(listener, handshakeMs) : listener.accept());
  } catch (error) {
    removeUnused(directory); // before `ready` Electron exits without an event
    exitWith(EXIT.handshake, error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** @param {Awaited<ReturnType<typeof openBridge>>} listener @param {number} handshakeMs */
async function acceptPatiently(listener, handshakeMs) {
  const note = setTimeout(() => {
    process.stderr.write(`ipcapp: no .NET main process has connected within ${handshakeMs} ms; pages get no answers until one does\n`);
  }, handshakeMs);
  try {
    return await listener.accept({ handshakeTimeout: FOR_EVER });
  } finally {
    clearTimeout(note);
  }
}

/** @param {Awaited<ReturnType<typeof openBridge>>} listener @param {number} graceMs */
async function acceptAgain(listener, graceMs) {
  if (graceMs <= 0) {
    return null;
  }
  try {
    return await listener.accept({ handshakeTimeout: graceMs });
  } catch {
    return null;
  }
}

module.exports = { serveMainProcesses };
