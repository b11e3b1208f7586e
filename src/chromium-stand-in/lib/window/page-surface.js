'use strict';
const { browser } = require('../browser/browser');
const { hasRealWindows } = require('../browser/display');

/** @typedef {import('../page/page').Page} Page */

/** What a window shows its page on: a native window, or, headless, a size that is only told. */
class PageSurface {
  #page;
  /** @type {Promise<number> | undefined} */ #windowId;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
  }

  /** @param {Electron.Rectangle} bounds in pixels, with the frame if there is one */
  setBounds({ x, y, width, height }) {
    if (hasRealWindows()) this.#setNative({ left: x, top: y, width, height });
    else {
      const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
      this.#whenReady(({ cdp }) => cdp.post('Emulation.setDeviceMetricsOverride', metrics));
    }
  }

  /** Chromium cannot hide a window; a minimized one is hidden to its page. @param {import('./window-state').State} windowState */
  setState(windowState) {
    this.#setNative({ windowState });
  }

  activate() {
    if (hasRealWindows()) this.#whenReady(({ cdp }) => cdp.post('Page.bringToFront'));
  }

  /** @param {import('devtools-protocol/types/protocol').Protocol.Browser.Bounds} bounds */
  #setNative(bounds) {
    this.#whenReady(async ({ cdp }) => {
      this.#windowId ??= cdp.send('Browser.getWindowForTarget', {}).then(({ windowId }) => windowId);
      const windowId = await this.#windowId.catch(() => undefined); // the page is gone
      if (windowId !== undefined) browser.root.post('Browser.setWindowBounds', { windowId, bounds });
    });
  }

  /** @param {(session: import('../page/page-session').PageSession) => unknown} action */
  #whenReady(action) {
    const page = this.#page;
    const run = () => (page.destroyed ? undefined : action(page.main));
    page.ready.then(run, () => {});
  }
}

exports.PageSurface = PageSurface;
