'use strict';
const { after, before } = require('node:test');
const { once } = require('node:events');
const path = require('node:path');
const electron = require('../..');
const { App } = require('../../lib/app/app');
const { browser } = require('../../lib/browser/browser');

const { app, BrowserWindow, protocol } = electron;

/** Pages by address; what is not here is a 404. @type {Map<string, string | ((request: Request) => Response | Promise<Response>)>} */
const pages = new Map();

/** @param {Request} request */
function answer(request) {
  const page = pages.get(request.url.split(/[?#]/)[0] ?? '');
  if (typeof page === 'function') return page(request);
  return page === undefined ? new Response('not found', { status: 404 }) : new Response(page, { headers: { 'content-type': 'text/html' } });
}

async function start() {
  app.on('window-all-closed', () => {});
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  protocol.handle('app', answer);
  await App.launch(app);
}

/** Makes this test file an app's main process, with a real browser, for as long as its tests run. */
function useHost() {
  before(start);
  after(() => browser.stop());
}

/** @param {string} name of a file in fixtures/preloads */
function preload(name) {
  return path.join(__dirname, '..', 'fixtures', 'preloads', name);
}

/**
 * A window on a page of the app.
 * @param {string} [html]
 * @param {Electron.WebPreferences & { url?: string }} [options]
 */
async function open(html = '<!doctype html>', { url = 'app://local/index.html', ...webPreferences } = {}) {
  pages.set(url, html);
  const window = new BrowserWindow({ webPreferences: { preload: preload('api.js'), ...webPreferences } });
  await window.loadURL(url);
  return window;
}

/**
 * Runs script in a page or frame.
 * @param {{ executeJavaScript(code: string): Promise<any> }} place
 * @param {string} script
 */
function run(place, script) {
  return place.executeJavaScript(script);
}

module.exports = { electron, useHost, start, open, run, pages, preload };
