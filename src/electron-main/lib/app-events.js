'use strict';

const { app, BrowserWindow } = require('electron');
const { toLaunch } = require('./start/launch');

/** What may wait for .NET. A person does not open more while an app starts. */
const MAX_HELD = 1_000;

/** Events that run only while C# listens to them. @typedef {'window-all-closed'} OptionalEvent */

/** What the system wants of the app as a whole. It can come before .NET does, as the file with which macOS starts an app. */
class AppEvents {
  #link;
  #log;
  /** What C# listens to. @type {Set<OptionalEvent>} */
  #heard = new Set();
  /** @type {import('./link').Notice[]} */
  #held = [];

  /** @param {import('./link').Link} link @param {import('./log').Log} log */
  constructor(link, log) {
    this.#link = link;
    this.#log = log;
  }

  watch() {
    app.on('second-instance', (_event, argv, workingDirectory, data) => {
      // What the other instance says itself: Chromium sorts its switches to the front of `argv`, and adds some.
      this.#tell({ type: 'second-instance', ...toLaunch(data) ?? { arguments: argv.slice(1), workingDirectory } });
    });
    const ownListeners = app.listenerCount('activate') + 1;
    app.on('activate', (_event, hasVisibleWindows) => {
      // Unless C# listens, either: that is known there.
      const opensWindows = app.listenerCount('activate') === ownListeners && BrowserWindow.getAllWindows().length === 0;
      this.#tell({ type: 'activate', hasVisibleWindows: hasVisibleWindows === true, opensWindows });
    });
    app.on('open-file', (event, path) => {
      event.preventDefault(); // says that the app takes care of it
      this.#tell({ type: 'open-file', path });
    });
    app.on('open-url', (event, url) => {
      event.preventDefault();
      this.#tell({ type: 'open-url', url });
    });
  }

  /** C# has begun, or ceased, to listen to an event. @param {OptionalEvent} event @param {boolean} isHeard */
  hear(event, isHeard) {
    if (isHeard) {
      this.#heard.add(event);
    } else {
      this.#heard.delete(event);
    }
  }

  /** Raises an event in C#. @param {OptionalEvent} event @returns {boolean} Whether something listens to it there. */
  raise(event) {
    return this.#heard.has(event) && this.#link.control({ type: event }) === 'queued';
  }

  /** A .NET process is there; it has not said yet to what it listens. */
  release() {
    this.#heard.clear();
    this.#held.splice(0).forEach((message) => this.#send(message));
  }

  /** @param {import('./link').Notice} message */
  #tell(message) {
    if (this.#link.isConnected) {
      this.#send(message);
    } else if (this.#held.length < MAX_HELD) {
      this.#held.push(message);
    }
  }

  /** @param {import('./link').Notice} message */
  #send(message) {
    const result = this.#link.report(message);
    if (result === 'too-large' || result === 'queue-full') {
      this.#log.warning(`The app was not told of '${message.type}': ${result}.`);
    }
  }
}

exports.AppEvents = AppEvents;
