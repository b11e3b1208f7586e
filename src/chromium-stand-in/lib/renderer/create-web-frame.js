'use strict';

/**
 * `webFrame`, as far as this host has it. Runs in the page, as text.
 * @param {object} options
 * @param {any} options.EventEmitter
 * @param {(question: string) => any} options.ask
 */
module.exports = function createWebFrame({ EventEmitter, ask }) {
  /** Style sheets by the keys that `insertCSS` gave. @type {Map<string, CSSStyleSheet>} */
  const sheets = new Map();

  return Object.defineProperties(
    Object.assign(new EventEmitter(), {
      getZoomFactor: () => 1,
      getZoomLevel: () => 0,
      /** @param {string} css */
      insertCSS(css) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets.push(sheet);
        const key = String(sheets.size + 1);
        sheets.set(key, sheet);
        return key;
      },
      /** @param {string} key */
      removeInsertedCSS(key) {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== sheets.get(key));
      },
    }),
    {
      routingId: { enumerable: true, get: () => ask('document').routingId },
      frameToken: { enumerable: true, get: () => ask('document').frameToken },
    },
  );
};
