'use strict';
const { toReal } = require('../protocol/aliases');

/** @typedef {import('../page/script-context').ScriptContext} ScriptContext */
/** @typedef {(webContents: any, permission: any, callback: (granted: boolean) => void, details: any) => void} RequestHandler */
/** @typedef {(webContents: any, permission: any, origin: string, details: any) => boolean} CheckHandler */

/** @typedef {{ name: string, sysex?: boolean }} Descriptor */

/** Chromium's descriptors of what Electron calls otherwise. @type {Record<string, Descriptor[]>} */
const descriptors = {
  media: [{ name: 'camera' }, { name: 'microphone' }],
  midiSysex: [{ name: 'midi', sysex: true }],
  'clipboard-sanitized-write': [{ name: 'clipboard-write' }],
};

/** What an app decides about the permissions of a session's pages. Nothing is granted unless it says so. */
class PermissionHandlers {
  /** @type {RequestHandler | null} */ request = null;
  /** @type {CheckHandler | null} */ check = null;

  /**
   * Asks the app.
   * @param {ScriptContext} context who asks
   * @param {'request' | 'check'} question
   * @param {string} permission Electron's name
   * @param {object} [more] what is told only of this permission
   * @returns {Promise<{ granted: boolean, origin: string, descriptors: Descriptor[] }>} for Chromium
   */
  async decide(context, question, permission, more) {
    const { node, host, page } = context;
    const details = { requestingUrl: host.url, isMainFrame: node.parent === null, ...more };
    const granted = await (question === 'request'
      ? this.#ask(page.webContents, permission, details)
      : this.#checked(context, permission, details));
    const origin = toReal(host.origin).replace(/\/$/, '');
    return { granted, origin, descriptors: descriptors[permission] ?? [{ name: permission }] };
  }

  /** @param {unknown} webContents @param {string} permission @param {object} details @returns {Promise<boolean>} */
  #ask(webContents, permission, details) {
    const handler = this.request;
    if (!handler) return Promise.resolve(false);
    return new Promise((resolve) => handler(webContents, permission, (granted) => resolve(granted === true), details));
  }

  /** @param {ScriptContext} context @param {string} permission @param {object} details @returns {boolean} */
  #checked({ page, host, node }, permission, details) {
    const embeddingOrigin = node.parent ? { embeddingOrigin: page.tree.root.host.origin } : {};
    return this.check?.(page.webContents, permission, `${host.origin}/`, { ...details, ...embeddingOrigin }) === true;
  }
}

exports.PermissionHandlers = PermissionHandlers;
