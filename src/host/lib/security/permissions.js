'use strict';

const { originOf } = require('./origin-of');

/**
 * Refuses whatever pages may ask for, by all three of Electron's ways. Called when a session is made, so that an app's own
 * main-process file can set other handlers later.
 * @param {Electron.Session} session
 */
function denyPermissions(session) {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/**
 * The same for the app's own pages alone: other pages get what Electron gives without a handler. Devices are granted to nobody then.
 * @param {Electron.Session} session
 * @param {(origin: string) => boolean} isOwn
 */
function denyPermissionsOfOwn(session, isOwn) {
  session.setPermissionRequestHandler((_contents, _permission, answer, { requestingUrl }) => answer(!isOwn(originOf(requestingUrl))));
  session.setPermissionCheckHandler((_contents, _permission, requestingOrigin) => !isOwn(originOf(requestingOrigin)));
}

module.exports = { denyPermissions, denyPermissionsOfOwn };
