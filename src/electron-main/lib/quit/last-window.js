'use strict';

const { app } = require('electron');

const EVENT = 'window-all-closed';

/**
 * Decides what happens when the last window is closed: the app quits only if nothing else listens to the event at that moment, neither
 * `electron/main.cjs` nor C#, and the settings do not say otherwise. Electron quits by itself only while it has no listener but its own, so
 * with this one its default is off.
 * @param {{ quitsByDefault: () => boolean, tell: () => boolean }} parts `tell` raises the event in C#, and says whether something listens.
 */
function watchLastWindow({ quitsByDefault, tell }) {
  const ownCount = app.listenerCount(EVENT) + 1; // before the app's own JavaScript is loaded: those of Electron, and this one
  app.on(EVENT, () => {
    const isHeard = app.listenerCount(EVENT) > ownCount;
    const isHeardByDotnet = tell();
    if (!isHeard && !isHeardByDotnet && quitsByDefault()) {
      app.quit();
    }
  });
}

exports.watchLastWindow = watchLastWindow;
