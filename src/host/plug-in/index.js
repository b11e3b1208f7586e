'use strict';

// IPC for an Electron app that somebody else has set up, such as Electron.NET: windows, menus and the app's life stay theirs. Loaded
// synchronously, before `ready`; CommonJS, and nothing but Electron and Node.

const path = require('node:path');
const { app, protocol } = require('electron');
const { readAppSettings } = require('../lib/start/app-settings');
const { serveMainProcesses } = require('../lib/start/serve');
const { firstLine } = require('../lib/start/setup-error');
const { Host } = require('../lib/host');
const { meetingPlace } = require('./meeting-place');
const { mergeSchemes } = require('./merge-schemes');

let isAttached = false;

/**
 * Adds the host to this app. To be called while its main script loads.
 * @param {{ settings?: string }} [options] `settings`: another app.json than the one beside the host's folder.
 * @throws {Error} Electron is ready already, or the app is not set up. Nothing has been changed then.
 */
function attach({ settings: file = path.join(__dirname, '..', '..', 'app.json') } = {}) {
  if (isAttached || app.isReady()) {
    throw new Error(`ipcapp can be attached ${isAttached ? 'once only' : 'before Electron is ready only: call attach() in onStartup'}.`);
  }
  const settings = readAppSettings(file);
  const place = meetingPlace(app.commandLine, process.env, settings.handshakeMs);
  isAttached = true;
  mergeSchemes(settings.scheme, protocol, app.commandLine);
  const host = new Host(settings);
  host.watchAsGuest();
  serveMainProcesses(host, place).catch((error) => process.stderr.write(`ipcapp: ${firstLine(error)}\n`));
}

exports.attach = attach;
