'use strict';
const { EventEmitter } = require('node:events');
const { absent } = require('../absent');
const { Menu } = require('../menu/menu');
const { focusOrder } = require('./focus-order');

/** All windows by id, in the order in which they were made. @type {Map<number, any>} */
const windows = new Map();

/** The place that a window has, and what belongs to its frame. On this host each window has a page, so it is a base class only. */
class BaseWindow extends EventEmitter {
  #bounds;
  /** The least size to which a person could drag the window. */ #minimumSize;
  /** @type {import('./page-surface').PageSurface | undefined} */ #surface;

  /** @param {Electron.BaseWindowConstructorOptions} [options] */
  constructor({ x = 0, y = 0, width = 800, height = 600, minWidth = 0, minHeight = 0 } = {}) {
    super();
    if (new.target === BaseWindow) throw absent.errorFor('new BaseWindow');
    this.#bounds = { x, y, width, height };
    this.#minimumSize = [minWidth, minHeight];
  }

  /** @param {BaseWindow} window @param {import('./page-surface').PageSurface} surface */
  static place(window, surface) {
    window.#surface = surface;
    surface.setBounds(window.#bounds);
  }

  /** @returns {BaseWindow[]} */
  static getAllWindows() {
    return [...windows.values()];
  }

  /** @returns {BaseWindow | null} */
  static getFocusedWindow() {
    return focusOrder.current;
  }

  /** @param {number} id @returns {BaseWindow | null} */
  static fromId(id) {
    return windows.get(id) ?? null;
  }

  /** @returns {boolean} */
  isDestroyed() {
    return false;
  }

  getBounds() {
    this.#live();
    return { ...this.#bounds };
  }

  /** @param {Partial<Electron.Rectangle>} bounds */
  setBounds(bounds) {
    this.#live();
    const { x, y, width, height } = this.#bounds;
    Object.assign(this.#bounds, bounds);
    this.#surface?.setBounds(this.#bounds);
    if (width !== this.#bounds.width || height !== this.#bounds.height) this.emit('resize');
    if (x !== this.#bounds.x || y !== this.#bounds.y) this.emit('move');
  }

  getContentBounds() {
    return this.getBounds();
  }

  getSize() {
    const { width, height } = this.getBounds();
    return [width, height];
  }

  /** @param {number} width @param {number} height */
  setSize(width, height) {
    this.setBounds({ width, height });
  }

  getMinimumSize() {
    this.#live();
    return [...this.#minimumSize];
  }

  /** @param {number} width @param {number} height */
  setMinimumSize(width, height) {
    this.#live();
    this.#minimumSize = [width, height];
  }

  getContentSize() {
    return this.getSize();
  }

  getPosition() {
    const { x, y } = this.getBounds();
    return [x, y];
  }

  /** @param {number} x @param {number} y */
  setPosition(x, y) {
    this.setBounds({ x, y });
  }

  /** There is no place to show it; its items can be clicked by script. @param {Menu | null} menu */
  setMenu(menu) {
    this.#live();
    if (menu && !(menu instanceof Menu)) throw new TypeError('Invalid menu');
  }

  removeMenu() {
    this.setMenu(null);
  }

  setMenuBarVisibility() {}

  setAutoHideMenuBar() {}

  setIcon() {}

  #live() {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
  }
}

exports.BaseWindow = BaseWindow;
exports.windows = windows;
