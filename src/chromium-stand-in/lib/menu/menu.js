'use strict';
const { EventEmitter } = require('node:events');
const { createEvent } = require('../ipc/ipc-event');
const { roleOf } = require('./roles');

/** @typedef {Electron.MenuItemConstructorOptions} Options */

const types = new Set(['normal', 'separator', 'submenu', 'checkbox', 'radio', 'header', 'palette']);
let nextCommandId = 1;

/** Radio items that stand together. @param {MenuItem} item @returns {MenuItem[]} */
function radioGroupOf(item) {
  const items = item.menu?.items ?? [];
  const at = items.indexOf(item);
  const endsGroup = (/** @type {MenuItem} */ each) => each.type !== 'radio';
  const before = items.slice(0, at).findLastIndex(endsGroup);
  const after = items.slice(at).findIndex(endsGroup);
  return items.slice(before + 1, after === -1 ? undefined : at + after);
}

/** An item of an invisible menu: `click()` does what a click would. */
class MenuItem {
  /** The menu it was put into. @type {Menu | null} */ menu = null;
  /** @type {Menu | undefined} */ submenu;
  commandId = nextCommandId++;
  label = '';
  sublabel = '';
  toolTip = '';
  /** @type {string | undefined} */ id;
  /** @type {Options['role']} */ role;
  enabled = true;
  visible = true;
  /** @type {Options['accelerator'] | null} */ accelerator = null;
  /** @type {string | null} Told on macOS only. */ userAccelerator = null;
  accessibilityLabel = '';
  registerAccelerator = true;
  /** @type {Options['sharingItem'] | null} */ sharingItem = null;
  /** @type {string} */ type;
  /** @type {(event?: unknown, window?: any) => void} */ click;
  #checked;

  /** @param {Options} options */
  constructor(options) {
    const { submenu, click, type, checked = false, ...rest } = options;
    const role = roleOf(options.role);
    this.type = type ?? (submenu ? 'submenu' : 'normal');
    if (!types.has(this.type)) throw new Error(`Unknown menu item type: ${this.type}`);
    if (this.type === 'submenu' && !submenu) throw new Error('Invalid submenu');
    Object.assign(this, { label: role?.label ?? '' }, rest);
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : /** @type {any} */ (submenu);
    this.#checked = checked;
    this.click = (event, window) => {
      if (this.type === 'checkbox') this.checked = !this.checked;
      else if (this.type === 'radio') this.checked = true;
      if (role?.run) role.run(window);
      else click?.(/** @type {any} */ (this), window, /** @type {any} */ (event));
      this.menu?.closePopup();
    };
  }

  get checked() {
    return this.#checked;
  }

  set checked(checked) {
    this.#checked = Boolean(checked);
    if (this.type !== 'radio' || !this.#checked) return;
    for (const other of radioGroupOf(this)) if (other !== this) other.#checked = false;
  }
}

/** @typedef {Electron.MenuItemConstructorOptions | MenuItem} TemplateItem */

/** @param {unknown} item */
function isValid(item) {
  return item instanceof MenuItem || (typeof item === 'object' && item !== null && ['label', 'role', 'type'].some((key) => key in item));
}

/** A menu without a picture: it has its items and their clicks, for scripts. */
class Menu extends EventEmitter {
  /** @type {MenuItem[]} */ items = [];
  /** @type {Menu | null} */ static #application = null;
  /** What the popup's caller wants to hear at its end. @type {(() => void) | null} */ #popupClosed = null;

  /** @param {TemplateItem[]} template */
  static buildFromTemplate(template) {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array');
    if (!template.every(isValid)) throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }

  /** @param {Menu | null} menu */
  static setApplicationMenu(menu) {
    if (menu && !(menu instanceof Menu)) throw new TypeError('Invalid menu');
    Menu.#application = menu;
  }

  static getApplicationMenu() {
    return Menu.#application;
  }

  static sendActionToFirstResponder() {}

  /** @param {MenuItem} item */
  append(item) {
    this.insert(this.items.length, item);
  }

  /** @param {number} position @param {MenuItem} item */
  insert(position, item) {
    if (!(item instanceof MenuItem)) throw new TypeError('Invalid item');
    if (position < 0) throw new RangeError(`Position ${position} cannot be less than 0`);
    if (position > this.items.length) throw new RangeError(`Position ${position} cannot be greater than the total MenuItem count`);
    this.items.splice(position, 0, item);
    item.menu = this;
  }

  /** @param {string} id @returns {MenuItem | null} also of a submenu */
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  /** It stays open until one of its items is clicked, or it is closed. @param {Electron.PopupOptions} [options] */
  popup({ callback } = {}) {
    this.closePopup();
    this.#popupClosed = callback ?? (() => {});
    this.emit('menu-will-show', createEvent());
  }

  closePopup() {
    const closed = this.#popupClosed;
    if (!closed) return;
    this.#popupClosed = null;
    this.emit('menu-will-close', createEvent());
    closed();
  }
}

exports.Menu = Menu;
exports.MenuItem = MenuItem;
