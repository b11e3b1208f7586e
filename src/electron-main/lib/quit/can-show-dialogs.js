'use strict';

/** Set for Electron and the Chromium host by the .NET that starts them: `1` where no display is used. */
const isHeadless = process.env.IPCAPP_HEADLESS === '1';

/** The Chromium host has no dialogs; a test answers its message boxes by this variable. */
const ANSWER = 'IPCAPP_CHROMIUM_BUTTON';

/** Whether a person, or a test for them, can answer a message box. */
function canShowDialogs() {
  return process.versions['chromium-stand-in'] === undefined ? !isHeadless : process.env[ANSWER] !== undefined;
}

exports.canShowDialogs = canShowDialogs;
