'use strict';

const { protocol } = require('electron');

/** What pages of the app's own scheme can do. @type {Electron.Privileges} */
const privilegesOfPages = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true, codeCache: true };

/**
 * Electron takes its list of privileged schemes once: a second list replaces parts of the first. So what the user's own file registers
 * is collected while that file loads, and handed over together with the app's own scheme.
 * @param {string} scheme
 * @param {() => void} loadUserMain
 */
function registerSchemesAround(scheme, loadUserMain) {
  const register = protocol.registerSchemesAsPrivileged;
  /** @type {Electron.CustomScheme[]} */
  const schemes = [{ scheme, privileges: privilegesOfPages }];
  let open = true;
  protocol.registerSchemesAsPrivileged = (added) => {
    if (!open) {
      throw new Error('Register schemes while electron/main.cjs loads, not later: Electron takes the list of schemes only once.');
    }
    if (added.some((each) => each.scheme === scheme)) {
      throw new Error(`The scheme '${scheme}' belongs to the app's own pages; choose another name.`);
    }
    schemes.push(...added);
  };
  try {
    loadUserMain();
  } finally {
    open = false;
  }
  register(schemes);
}

module.exports = { registerSchemesAround, privilegesOfPages };
