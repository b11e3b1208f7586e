'use strict';

// IPC for an Electron app that another framework has set up, such as Electron.NET: windows, menus and the app's life stay theirs. Loaded
// synchronously, before `ready`; CommonJS, and nothing but Electron and Node.

const path = require('node:path');
const { app, protocol } = require('electron');
const { readAppSettings } = require('../lib/start/app-settings');
const { serveMainProcesses } = require('../lib/start/serve');
const { firstLine } = require('../lib/start/setup-error');
const { Host } = require('../lib/host');
const { meetingPlace } = require('./meeting-place');
const { mergeSchemes, requireFree } = require('./merge-schemes');

/** The first that registers preloads for whole sessions, which the plug-in needs for windows that it does not make. */
const MIN_ELECTRON = 35;

let isAttached = false;

/**
 * Adds the host to this app. To be called while its main script loads.
 * @param {{ settings?: string }} [options] `settings`: another app.json than the one beside the host's folder.
 * @throws {Error} Electron is too old or ready already, or the app is not set up. Nothing has been changed then.
 */
function attach({ settings: file = path.join(__dirname, '..', '..', 'app.json') } = {}) {
  const { electron } = process.versions;
  if (Number.parseInt(electron, 10) < MIN_ELECTRON) {
    throw new Error(`ipcapp cannot use Electron ${electron}: set <ElectronVersion> in the project file to ${MIN_ELECTRON} or later.`);
  }
  if (isAttached || app.isReady()) {
    throw new Error(`ipcapp can be attached ${isAttached ? 'once only' : 'before Electron is ready only: call attach() in onStartup'}.`);
  }
  const settings = readAppSettings(file);
  requireFree(settings.scheme, app.commandLine);
  const place = meetingPlace(app.commandLine, process.env, settings.handshakeMs);
  isAttached = true;
  mergeSchemes(settings.scheme, protocol, app.commandLine);
  const host = new Host(settings, place.handshakeMs);
  host.watchAsGuest();
  serveMainProcesses(host, place).catch((error) => process.stderr.write(`ipcapp: ${firstLine(error)}\n`));
}

exports.attach = attach;
