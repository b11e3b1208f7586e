'use strict';

/** Which frame of a page has the focus, as far as frames with a preload tell. */
class Focus {
  /** @type {import('./frame-node').FrameNode | null} */ node = null;

  /** Frames of different renderers may tell in either order. @param {import('./frame-node').FrameNode} node @param {boolean} focused */
  changed(node, focused) {
    if (focused) this.node = node;
    else if (this.node === node) this.node = null;
  }
}

exports.Focus = Focus;
