'use strict';
const { roleOf } = require('./roles');

/** @typedef {import('./menu').Menu} Menu */
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

/** An item of a menu that nobody sees: `click()` does what a click would. */
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
    const { Menu } = require('./menu'); // menus are made of items
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

exports.MenuItem = MenuItem;
