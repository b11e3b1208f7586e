'use strict';

/**
 * What a key does while the app is developed. Electron's default menu has these keys, and it is not there on Linux and Windows.
 * @param {Pick<Electron.Input, 'type' | 'key' | 'control' | 'meta' | 'shift'>} input
 * @returns {'devTools' | 'reload' | null}
 */
function commandOf({ type, key, control, meta, shift }) {
  if (type !== 'keyDown') {
    return null;
  }
  const letter = control || meta ? key.toLowerCase() : '';
  if (key === 'F12' || (letter === 'i' && shift)) {
    return 'devTools';
  }
  return key === 'F5' || letter === 'r' ? 'reload' : null;
}

/** @param {Electron.WebContents} contents */
function addDeveloperKeys(contents) {
  contents.on('before-input-event', (event, input) => {
    const command = commandOf(input);
    if (command !== null) {
      event.preventDefault();
      command === 'devTools' ? contents.toggleDevTools() : contents.reload();
    }
  });
}

module.exports = { addDeveloperKeys, commandOf };
