'use strict';

const { webContents } = require('electron');

/** The members of a WebContents that name a frame and change without an event, so that .NET has to ask. */
const FRAMES = ['focusedFrame', 'opener'];

/**
 * What .NET can ask of the contents of windows.
 * @returns {Record<string, import('../requests').Action>}
 */
function contentsActions() {
  return {
    'contents-frame': ({ contents, which }) => {
      const found = webContents.fromId(contents);
      if (found === undefined || found.isDestroyed() || !FRAMES.includes(which)) {
        return {};
      }
      const frame = found[/** @type {'focusedFrame' | 'opener'} */ (which)];
      // The opener is a frame of another window.
      const owner = frame && webContents.fromFrame(frame);
      return frame && owner ? { contents: owner.id, treeNode: frame.frameTreeNodeId } : {};
    },
  };
}

module.exports = { contentsActions };
