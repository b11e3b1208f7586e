'use strict';
const os = require('node:os');
const { browser } = require('../browser/browser');
const { pageAliases } = require('../protocol/aliases');
const { adaptingScripts, runtimeScripts, preloadScript, loadedScript } = require('../renderer/page-scripts');
const { electronVersion } = require('../versions');

/** @typedef {import('../renderer/page-scripts').PageScript} PageScript */

/** What a preload sees as `process`, besides what only the page itself knows. @param {import('./page').Page} page */
function processOf(page) {
  const { preferences } = page.options;
  const { platform, arch, version, execPath, pid, env } = process;
  return {
    platform,
    arch,
    version,
    execPath,
    pid,
    env: { ...env },
    argv: [execPath, '--type=renderer', ...(preferences.additionalArguments ?? [])],
    versions: { ...process.versions, electron: electronVersion, chrome: browser.version },
    sandboxed: preferences.sandbox ?? true,
    systemVersion: platform === 'darwin' ? undefined : os.release(), // Electron tells the version of macOS, not of its kernel
    creationTime: Date.now(),
    resourcesPath: process.resourcesPath,
    workingDirectory: process.cwd(),
  };
}

/**
 * The scripts of a page's documents, in the order in which they run: registered preloads come before the window's own.
 * @param {import('./page').Page} page
 * @returns {PageScript[]}
 */
function scriptsOf(page) {
  const { isolated, subFrames, options } = page;
  const scripts = [...adaptingScripts(pageAliases()), ...runtimeScripts({ isolated, subFrames, process: processOf(page) })];
  const files = options.session.getPreloadScripts().map(({ filePath }) => filePath);
  if (options.preferences.preload) files.push(options.preferences.preload);
  for (const file of files) {
    try {
      scripts.push(preloadScript(file, isolated));
    } catch (error) {
      console.error(`Unable to load preload script: ${file}\n`, error);
      process.nextTick(() => page.preloadFailed(file, /** @type {Error} */ (error)));
    }
  }
  scripts.push(loadedScript(isolated));
  return scripts;
}

exports.scriptsOf = scriptsOf;
