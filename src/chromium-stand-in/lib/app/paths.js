'use strict';
const os = require('node:os');
const path = require('node:path');

/** @returns {string} where this system keeps the settings of apps */
function appData() {
  const home = os.homedir();
  if (process.platform === 'win32') return process.env.APPDATA ?? path.join(home, 'AppData', 'Roaming');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  return process.env.XDG_CONFIG_HOME ?? path.join(home, '.config');
}

/** @type {Record<string, string>} */
const homeFolders = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};

/** `app.getPath` and `app.setPath`. */
class Paths {
  #nameOf;
  /** @type {Map<string, string>} */ #chosen = new Map();

  /** @param {() => string} nameOf the app's present name */
  constructor(nameOf) {
    this.#nameOf = nameOf;
  }

  /** @param {string} name @returns {string} */
  get(name) {
    const found = this.#chosen.get(name) ?? this.#usual(name);
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    return found;
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    if (!path.isAbsolute(value)) throw new Error('Path must be absolute');
    if (!this.#chosen.has(name) && this.#usual(name) === undefined) throw new Error(`Failed to set path '${name}'`);
    this.#chosen.set(name, value);
  }

  /** @param {string} name */
  #usual(name) {
    switch (name) {
      case 'home':
        return os.homedir();
      case 'appData':
        return appData();
      case 'userData':
        return path.join(this.get('appData'), this.#nameOf());
      case 'sessionData':
        return this.get('userData');
      case 'logs':
        return path.join(this.get('userData'), 'logs');
      case 'crashDumps':
        return path.join(this.get('userData'), 'Crashpad');
      case 'temp':
        return os.tmpdir();
      case 'exe':
      case 'module':
        return process.execPath;
      default:
        return homeFolders[name] && path.join(os.homedir(), homeFolders[name]);
    }
  }
}

exports.Paths = Paths;
