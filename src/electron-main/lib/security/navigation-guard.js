'use strict';

const { clean } = require('../log-text');
const { originOf } = require('./origin-of');

/** What an iframe may always show: documents that its own page wrote. */
const OWN_DOCUMENTS = ['about:blank', 'about:srcdoc'];

/**
 * Keeps pages where they belong: no navigation to other origins, no new windows, no webviews. An app that needs more says so in its
 * own main-process file, whose listeners come later and can decide otherwise for windows it makes.
 * @param {Electron.WebContents} contents
 * @param {(origin: string) => boolean} isShown Whether the window may show pages of the origin.
 * @param {import('../log').Log} log
 * @param {() => boolean} isGuarded Whether the page that is there is to be kept; where another framework owns the windows, the app's own only.
 */
function guardNavigation(contents, isShown, log, isGuarded) {
  /** @param {string} url @param {string} what */
  const refuse = (url, what) => {
    log.counted('warning', 'navigation', `${what} ${originOf(url)}`, `Refused ${what} '${shown(url)}': it is not part of the app.`);
  };
  /** @param {{ url: string, isMainFrame: boolean, preventDefault(): void }} details */
  const check = (details) => {
    const isOwn = !isGuarded() || isShown(originOf(details.url)) || (!details.isMainFrame && OWN_DOCUMENTS.includes(details.url));
    if (!isOwn) {
      details.preventDefault();
      refuse(details.url, 'the navigation to');
    }
  };
  contents.on('will-navigate', check);
  contents.on('will-frame-navigate', check);
  contents.on('will-redirect', check);
  contents.on('will-attach-webview', (event, _preferences, params) => {
    if (isGuarded()) {
      event.preventDefault();
      refuse(params.src ?? '', 'a webview of');
    }
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (!isGuarded()) {
      return { action: 'allow' };
    }
    refuse(url, 'a new window for');
    return { action: 'deny' };
  });
}

/** Queries may hold secrets, which do not belong into logs, and a `data:` url a whole page. @param {string} url */
function shown(url) {
  const [address = ''] = url.split(/[?#]/, 1);
  return clean(address);
}

module.exports = { guardNavigation };
