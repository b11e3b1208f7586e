'use strict';

const { clean } = require('../log-text');

/** Another navigation came in between; nothing has failed. */
const ERR_ABORTED = -3;

/**
 * Tells .NET what becomes of a page.
 * @param {Electron.WebContents} contents
 * @param {import('../log').Log} log
 * @param {(contents: Electron.WebContents) => string | null} nameOf
 */
function reportPage(contents, log, nameOf) {
  const details = () => {
    const window = nameOf(contents);
    return window === null ? {} : { window };
  };
  contents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    if (isMainFrame && code !== ERR_ABORTED) {
      log.failure('load-failed', `${description} (${code}) loading '${clean(url)}'`, details());
    }
  });
  contents.on('preload-error', (_event, file, error) => {
    log.failure('preload-error', `${file}: ${error.message}`, { ...details(), ...(error.stack && { stack: error.stack }) });
  });
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason !== 'clean-exit') {
      log.failure('render-process-gone', `The page's process is gone: ${reason} (exit code ${exitCode})`, details());
    }
  });
}

/**
 * Tells .NET that there is a WebContents, and when there is not.
 * @param {Electron.WebContents} contents
 * @param {import('../link').Link} link
 * @param {string | null} window
 */
function announceContents(contents, link, window) {
  const { id } = contents;
  link.control({ type: 'contents-created', contents: id, treeNode: contents.mainFrame.frameTreeNodeId, window, kind: contents.getType() });
}

module.exports = { reportPage, announceContents };
