'use strict';

/** What the process tells the one that started it; docs/reference/electron-surface.md lists them for readers. */
const EXIT = Object.freeze({
  ok: 0,
  /** A mistake in the host itself. */
  failed: 1,
  /** The app or its start is not set up: app.json, the rendezvous directory, the user's own main-process file. */
  setup: 2,
  /** Packaged: the .NET main process is not in the package. */
  missing: 3,
  /** No .NET process connected within the handshake deadline, or the packaged one ended before it had. */
  handshake: 4,
  /** .NET was connected, went away without a goodbye and did not come back within the grace period. */
  mainProcessLost: 5,
  /** Another instance of the app runs, and was brought to the front. */
  secondInstance: 6,
});

module.exports = { EXIT };
