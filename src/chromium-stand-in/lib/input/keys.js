'use strict';

/**
 * A key of a US keyboard.
 * @typedef {object} Key
 * @property {string} code the place of the key, as in a page's event
 * @property {string} key what it gives
 * @property {string} [shifted] what it gives together with Shift
 * @property {number} virtualKey Windows' number
 * @property {string} [text] the character of a `char` event, if it is not `key`
 */

/** @type {Map<string, Key>} by the character that the key gives alone */
const characters = new Map();
/** @type {Map<string, Key>} by Electron's name, in lower case */
const names = new Map();
/** Characters that need Shift. @type {Map<string, Key>} */
const shifted = new Map();

/** @param {string} code @param {string} key @param {string} more with Shift @param {number} virtualKey */
function add(code, key, more, virtualKey) {
  const entry = { code, key, shifted: more, virtualKey };
  characters.set(key, entry);
  if (more !== key && more !== key.toUpperCase()) shifted.set(more, entry);
}

for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
  const upper = letter.toUpperCase();
  add(`Key${upper}`, letter, upper, upper.charCodeAt(0));
}
[...')!@#$%^&*('].forEach((symbol, digit) => add(`Digit${digit}`, String(digit), symbol, 48 + digit));
add('Semicolon', ';', ':', 186);
add('Equal', '=', '+', 187);
add('Comma', ',', '<', 188);
add('Minus', '-', '_', 189);
add('Period', '.', '>', 190);
add('Slash', '/', '?', 191);
add('Backquote', '`', '~', 192);
add('BracketLeft', '[', '{', 219);
add('Backslash', '\\', '|', 220);
add('BracketRight', ']', '}', 221);
add('Quote', "'", '"', 222);
add('Space', ' ', ' ', 32);

/** @param {string} all names, separated by spaces @param {Key} key */
function name(all, key) {
  for (const each of all.split(' ')) names.set(each, key);
}

name('alt option', { code: 'AltLeft', key: 'Alt', virtualKey: 18 });
name('altgr', { code: 'AltRight', key: 'AltGraph', virtualKey: 225 });
name('backspace', { code: 'Backspace', key: 'Backspace', virtualKey: 8, text: '\b' });
name('capslock', { code: 'CapsLock', key: 'CapsLock', virtualKey: 20 });
name('cmd command meta super', { code: 'MetaLeft', key: 'Meta', virtualKey: 91 });
name('control ctrl', { code: 'ControlLeft', key: 'Control', virtualKey: 17 });
name('cmdorctrl commandorcontrol', /** @type {Key} */ (names.get(process.platform === 'darwin' ? 'meta' : 'control')));
name('delete', { code: 'Delete', key: 'Delete', virtualKey: 46, text: '\x7f' });
name('down', { code: 'ArrowDown', key: 'ArrowDown', virtualKey: 40 });
name('end', { code: 'End', key: 'End', virtualKey: 35 });
name('enter return', { code: 'Enter', key: 'Enter', virtualKey: 13, text: '\r' });
name('esc escape', { code: 'Escape', key: 'Escape', virtualKey: 27, text: '\x1b' });
name('home', { code: 'Home', key: 'Home', virtualKey: 36 });
name('insert', { code: 'Insert', key: 'Insert', virtualKey: 45 });
name('left', { code: 'ArrowLeft', key: 'ArrowLeft', virtualKey: 37 });
name('medianexttrack', { code: 'MediaTrackNext', key: 'MediaTrackNext', virtualKey: 176 });
name('mediaprevioustrack', { code: 'MediaTrackPrevious', key: 'MediaTrackPrevious', virtualKey: 177 });
name('mediastop', { code: 'MediaStop', key: 'MediaStop', virtualKey: 178 });
name('mediaplaypause', { code: 'MediaPlayPause', key: 'MediaPlayPause', virtualKey: 179 });
name('numadd', { code: 'NumpadAdd', key: '+', virtualKey: 107 });
name('numdec', { code: 'NumpadDecimal', key: '.', virtualKey: 110 });
name('numdiv', { code: 'NumpadDivide', key: '/', virtualKey: 111 });
name('numlock', { code: 'NumLock', key: 'NumLock', virtualKey: 144 });
name('nummult', { code: 'NumpadMultiply', key: '*', virtualKey: 106 });
name('numsub', { code: 'NumpadSubtract', key: '-', virtualKey: 109 });
name('pagedown', { code: 'PageDown', key: 'PageDown', virtualKey: 34 });
name('pageup', { code: 'PageUp', key: 'PageUp', virtualKey: 33 });
name('printscreen', { code: 'PrintScreen', key: 'PrintScreen', virtualKey: 44 });
name('right', { code: 'ArrowRight', key: 'ArrowRight', virtualKey: 39 });
name('scrolllock', { code: 'ScrollLock', key: 'ScrollLock', virtualKey: 145 });
name('shift', { code: 'ShiftLeft', key: 'Shift', virtualKey: 16 });
name('space', { code: 'Space', key: ' ', virtualKey: 32 });
name('tab', { code: 'Tab', key: 'Tab', virtualKey: 9, text: '\t' });
name('up', { code: 'ArrowUp', key: 'ArrowUp', virtualKey: 38 });
name('volumemute', { code: 'AudioVolumeMute', key: 'AudioVolumeMute', virtualKey: 173 });
name('volumedown', { code: 'AudioVolumeDown', key: 'AudioVolumeDown', virtualKey: 174 });
name('volumeup', { code: 'AudioVolumeUp', key: 'AudioVolumeUp', virtualKey: 175 });
for (let digit = 0; digit <= 9; digit++) name(`num${digit}`, { code: `Numpad${digit}`, key: String(digit), virtualKey: 96 + digit });
for (let number = 1; number <= 24; number++) name(`f${number}`, { code: `F${number}`, key: `F${number}`, virtualKey: 111 + number });

/**
 * The key that an accelerator's key code means, which is a name or a character.
 * @param {string} keyCode
 * @param {boolean} withShift
 * @returns {{ code: string, key: string, virtualKey: number, text: string, shift: boolean }} an unknown key has its text alone
 */
function keyOf(keyCode, withShift) {
  const needsShift = keyCode.toLowerCase() === 'plus' ? characters.get('=') : shifted.get(keyCode);
  const found = needsShift ?? names.get(keyCode.toLowerCase()) ?? characters.get(keyCode.toLowerCase());
  const shift = withShift || needsShift !== undefined;
  if (!found) return { code: '', key: '', virtualKey: 0, text: keyCode, shift };
  const key = shift ? (found.shifted ?? found.key) : found.key;
  return { code: found.code, key, virtualKey: found.virtualKey, text: keyCode.length === 1 ? keyCode : (found.text ?? key), shift };
}

exports.keyOf = keyOf;
