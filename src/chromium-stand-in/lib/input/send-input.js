'use strict';
const { absent } = require('../absent');
const { createEvent } = require('../ipc/ipc-event');
const { keyOf } = require('./keys');

/** @typedef {Electron.MouseInputEvent | Electron.MouseWheelInputEvent | Electron.KeyboardInputEvent} InputEvent */

/** Electron's names, in lower case, for the DevTools protocol's. */
const mouseTypes = { mousedown: 'mousePressed', mouseup: 'mouseReleased', mousemove: 'mouseMoved' };
const keyTypes = { keydown: 'rawKeyDown', rawkeydown: 'rawKeyDown', keyup: 'keyUp', char: 'char' };
const absentTypes = new Set(['mouseenter', 'mouseleave', 'contextmenu']);

/** The DevTools protocol's bits. @type {Record<string, number>} */
const modifierBits = { alt: 1, control: 2, ctrl: 2, meta: 4, cmd: 4, command: 4, shift: 8 };
/** @type {Record<string, number>} */
const buttonBits = { leftbuttondown: 1, rightbuttondown: 2, middlebuttondown: 4 };
const shiftBit = 8;

/** @param {string[]} modifiers @param {Record<string, number>} bits */
function sumOf(modifiers, bits) {
  return modifiers.reduce((sum, modifier) => sum | (bits[modifier] ?? 0), 0);
}

/** @returns {Error} */
const invalid = () => new Error('Invalid event object');

/** Sends a page input, as `webContents.sendInputEvent` does, in the order of the calls. */
class InputSender {
  #page;
  /** The app has kept a key from the page, and so its character. */ #suppressed = false;

  /** @param {import('../page/page').Page} page */
  constructor(page) {
    this.#page = page;
  }

  /** @param {any} event @throws {Error} it is no such event, or of a type that is not on this host */
  send(event) {
    const type = String(event?.type).toLowerCase();
    const given = event?.modifiers ?? [];
    if (!Array.isArray(given)) throw invalid();
    const modifiers = given.map((each) => String(each).toLowerCase());
    if (type in mouseTypes || type === 'mousewheel') this.#sendMouse(type, event, modifiers);
    else if (type in keyTypes) this.#sendKey(type, event, modifiers);
    else throw absentTypes.has(type) ? absent.errorFor(`webContents.sendInputEvent with type '${event.type}'`) : invalid();
  }

  /** @param {string} type @param {any} event @param {string[]} modifiers */
  #sendMouse(type, { x, y, button = 'left', clickCount = 0, deltaX = 0, deltaY = 0 }, modifiers) {
    if (typeof x !== 'number' || typeof y !== 'number') throw invalid();
    const position = { x, y, modifiers: sumOf(modifiers, modifierBits), buttons: sumOf(modifiers, buttonBits) };
    if (type === 'mousewheel') {
      // Electron's deltas are those of the wheel, the protocol's those of the page
      this.#post((cdp) => cdp.post('Input.dispatchMouseEvent', { type: 'mouseWheel', ...position, deltaX: -deltaX, deltaY: -deltaY }));
      return;
    }
    const name = /** @type {any} */ (mouseTypes)[type];
    const pressed = name === 'mouseMoved' ? {} : { button, clickCount };
    this.#post((cdp) => cdp.post('Input.dispatchMouseEvent', { type: name, ...position, ...pressed }));
  }

  /** @param {string} type @param {any} event @param {string[]} modifiers */
  #sendKey(type, { keyCode }, modifiers) {
    if (typeof keyCode !== 'string') throw invalid();
    const { code, key, virtualKey, text, shift } = keyOf(keyCode, modifiers.includes('shift'));
    const bits = sumOf(modifiers, modifierBits) | (shift ? shiftBit : 0);
    const location = modifiers.includes('iskeypad') ? 3 : modifiers.includes('left') ? 1 : modifiers.includes('right') ? 2 : 0;
    const autoRepeat = modifiers.includes('isautorepeat');
    const name = /** @type {any} */ (keyTypes)[type];
    if (name === 'char') {
      if (!this.#suppressed) this.#post((cdp) => cdp.post('Input.dispatchKeyEvent', { type: 'char', text, key: text, code, modifiers: bits }));
      return;
    }
    const input = {
      type: name === 'keyUp' ? 'keyUp' : 'keyDown',
      key,
      code,
      isAutoRepeat: autoRepeat,
      isComposing: false,
      shift,
      control: (bits & 2) !== 0,
      alt: (bits & 1) !== 0,
      meta: (bits & 4) !== 0,
      location,
      modifiers,
    };
    const details = createEvent();
    this.#page.emit('before-input-event', details, input);
    if (name === 'rawKeyDown') this.#suppressed = details.defaultPrevented;
    if (details.defaultPrevented) return;
    const command = { type: name, key, code, windowsVirtualKeyCode: virtualKey, modifiers: bits, autoRepeat, location };
    this.#post((cdp) => cdp.post('Input.dispatchKeyEvent', { ...command, isKeypad: modifiers.includes('iskeypad') }));
  }

  /** @param {(cdp: import('../cdp/session').CdpSession) => void} send */
  #post(send) {
    const page = this.#page;
    page.ready.then(
      () => page.destroyed || send(page.main.cdp),
      () => {},
    );
  }
}

exports.InputSender = InputSender;
