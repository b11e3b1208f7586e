'use strict';
const path = require('node:path');

/** Paths, as in PATH, that stand for what a user would choose in each dialog that opens files or folders. */
const variable = 'IPCAPP_CHROMIUM_OPEN';

/** The label of the button, or its index, that stands for what a user would press in each message box. */
const buttonVariable = 'IPCAPP_CHROMIUM_BUTTON';

/** @type {Record<string, string>} */
const textOptions = { title: 'Title', buttonLabel: 'Button label', defaultPath: 'Default path', message: 'Message' };

/** @param {unknown[]} args the window that the dialog belongs to may come first @returns {any} */
function optionsOf(args) {
  const options = /** @type {any} */ (args.at(-1) ?? {});
  for (const [name, label] of Object.entries(textOptions)) {
    if (options[name] !== undefined && typeof options[name] !== 'string') throw new TypeError(`${label} must be a string`);
  }
  if (options.properties !== undefined && !Array.isArray(options.properties)) throw new TypeError('Properties must be an array');
  return options;
}

/** @param {string} name @param {string} [hint] */
function cancelled(name, hint = '') {
  process.stderr.write(`ipcapp: dialog.${name}: there is no user on the Chromium host, so it is cancelled${hint}.\n`);
}

/** @param {string} name @param {unknown[]} args @returns {string[] | undefined} */
function chosen(name, args) {
  optionsOf(args);
  const paths = process.env[variable]?.split(path.delimiter).filter(Boolean) ?? [];
  if (paths.length) return paths;
  cancelled(name, ` (${variable} could name what to choose)`);
  return undefined;
}

/** `dialog`, for a host without a user. */
const dialog = {
  /** @param {...unknown} args */
  showOpenDialog(...args) {
    const filePaths = chosen('showOpenDialog', args);
    return Promise.resolve({ canceled: !filePaths, filePaths: filePaths ?? [] });
  },
  /** @param {...unknown} args */
  showOpenDialogSync: (...args) => chosen('showOpenDialogSync', args),
  /** @param {...unknown} args */
  showSaveDialog(...args) {
    optionsOf(args);
    cancelled('showSaveDialog');
    return Promise.resolve({ canceled: true, filePath: '' });
  },
  /** @param {...unknown} args */
  showSaveDialogSync(...args) {
    optionsOf(args);
    cancelled('showSaveDialogSync');
    return '';
  },
  /** @param {...unknown} args */
  showMessageBox(...args) {
    return Promise.resolve({ response: dialog.showMessageBoxSync(...args), checkboxChecked: false });
  },
  /** @param {...unknown} args */
  showMessageBoxSync(...args) {
    const { cancelId = 0, buttons = [], message = '' } = optionsOf(args);
    const pressed = process.env[buttonVariable];
    const response = buttons.includes(pressed) ? buttons.indexOf(pressed) : Number(pressed || NaN);
    if (Number.isInteger(response)) {
      process.stderr.write(`ipcapp: dialog.showMessageBox: '${message}' was answered with ${buttons[response] ?? response} (${buttonVariable}).\n`);
      return response;
    }
    cancelled('showMessageBox', ` (${buttonVariable} could name the button to press)`);
    return cancelId;
  },
  /** @param {string} title @param {string} content */
  showErrorBox: (title, content) => {
    process.stderr.write(`${title}\n${content}\n`);
  },
};

exports.dialog = dialog;
