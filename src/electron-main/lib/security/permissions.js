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

/** Electron refuses it without a handler, and nothing else. */
const REFUSED_TO_ALL = 'deprecated-sync-clipboard-read';

/**
 * The same for the app's own pages alone, and for whatever is framed in them: a frame without an address of its own has the page's rights.
 * Other pages get what Electron gives without a handler. Devices are then granted to no page.
 * @param {Electron.Session} session
 * @param {(origin: string) => boolean} isOwn
 */
function denyPermissionsOfOwn(session, isOwn) {
  session.setPermissionRequestHandler((contents, _permission, answer, { requestingUrl }) => {
    answer(!isOwn(contents.mainFrame.origin) && !isOwn(originOf(requestingUrl)));
  });
  session.setPermissionCheckHandler((contents, permission, requestingOrigin, { embeddingOrigin = '' }) => {
    const origins = [contents?.mainFrame.origin ?? '', originOf(embeddingOrigin), originOf(requestingOrigin)];
    return permission !== REFUSED_TO_ALL && !origins.some(isOwn);
  });
}

module.exports = { denyPermissions, denyPermissionsOfOwn };
