'use strict';

/** Nothing that could end a source of a Content-Security-Policy, or stand for many hosts in it. */
const FORM = /^[a-z][a-z0-9+.-]*:\/\/[^\s;,'"/*]+$/i;

/** The origins beside the app's own whose pages windows may show: each window's, and those of all open windows together. */
class ShownOrigins {
  /** @type {WeakMap<Electron.WebContents, ReadonlySet<string>>} */
  #byContents = new WeakMap();
  /** How many open windows may show an origin. @type {Map<string, number>} */
  #counts = new Map();
  #log;

  /** @param {import('../log').Log} log */
  constructor(log) {
    this.#log = log;
  }

  /** The origins that some open window may show. @returns {ReadonlySet<string>} */
  get all() {
    return new Set(this.#counts.keys());
  }

  /** @param {Electron.WebContents} contents @returns {ReadonlySet<string>} */
  of(contents) {
    return this.#byContents.get(contents) ?? new Set();
  }

  /**
   * For as long as the window is open.
   * @param {Electron.BrowserWindow} window
   * @param {readonly string[]} given
   */
  allow(window, given) {
    const origins = new Set(given.filter((text) => this.#isOrigin(text)));
    this.#byContents.set(window.webContents, origins);
    origins.forEach((origin) => this.#count(origin, 1));
    window.once('closed', () => origins.forEach((origin) => this.#count(origin, -1)));
  }

  /** @param {string} text */
  #isOrigin(text) {
    const isOrigin = isOriginText(text);
    if (!isOrigin) {
      this.#log.warning(`'${text}' is not an origin, so no window may show its pages. Write scheme, host and port only, such as `
        + "'https://example.com'.");
    }
    return isOrigin;
  }

  /** @param {string} origin @param {1 | -1} change */
  #count(origin, change) {
    const count = (this.#counts.get(origin) ?? 0) + change;
    if (count === 0) {
      this.#counts.delete(origin);
    } else {
      this.#counts.set(origin, count);
    }
  }
}

/** WHATWG urls know no origin for the schemes that an app registers: their form must do. @param {unknown} text */
function isOriginText(text) {
  if (typeof text !== 'string' || !FORM.test(text) || !URL.canParse(text)) {
    return false;
  }
  const { origin } = new URL(text);
  return origin === text || origin === 'null';
}

exports.ShownOrigins = ShownOrigins;
