'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { app, BrowserWindow, Menu, MenuItem } = require('..');

test('a template becomes a menu, with submenus', () => {
  const menu = Menu.buildFromTemplate([
    { label: 'File', submenu: [{ id: 'open', label: 'Open' }, { type: 'separator' }, { role: 'quit' }] },
    new MenuItem({ label: 'Help' }),
  ]);
  assert.deepEqual(
    menu.items.map(({ label, type }) => [label, type]),
    [
      ['File', 'submenu'],
      ['Help', 'normal'],
    ],
  );
  const open = menu.getMenuItemById('open');
  assert.equal(open?.label, 'Open');
  assert.equal(open?.menu, menu.items[0]?.submenu);
  assert.equal(menu.items[0]?.submenu?.items[2]?.label, 'Quit');
  assert.equal(menu.getMenuItemById('missing'), null);
});

test('a click tells the item and the window', () => {
  /** @type {unknown[]} */
  const clicked = [];
  const item = new MenuItem({ label: 'Click', click: (...args) => clicked.push(...args) });
  item.click('event', 'window');
  assert.deepEqual(clicked, [item, 'window', 'event']);
});

test('a click toggles a check box, and chooses one of a group of radio items', () => {
  const menu = Menu.buildFromTemplate([
    { type: 'checkbox', label: 'box', checked: true },
    { type: 'radio', label: 'a', checked: true },
    { type: 'radio', label: 'b' },
    { type: 'separator' },
    { type: 'radio', label: 'c', checked: true },
  ]);
  menu.items[0]?.click();
  menu.items[2]?.click();
  assert.deepEqual(
    menu.items.map(({ checked }) => checked),
    [false, false, true, false, true],
  );
});

test('items are inserted, and what is no item is refused', () => {
  const menu = new Menu();
  menu.append(new MenuItem({ label: 'second' }));
  menu.insert(0, new MenuItem({ label: 'first' }));
  assert.deepEqual(
    menu.items.map(({ label }) => label),
    ['first', 'second'],
  );
  const bad = (/** @type {any} */ template) => () => Menu.buildFromTemplate(template);
  assert.throws(bad('x'), { name: 'TypeError', message: 'Invalid template for Menu: Menu template must be an array' });
  assert.throws(bad([{}]), { message: 'Invalid template for MenuItem: must have at least one of label, role or type' });
  assert.throws(bad([{ type: 'odd' }]), { message: 'Unknown menu item type: odd' });
  assert.throws(() => menu.append(/** @type {any} */ ({ label: 'x' })), { message: 'Invalid item' });
  assert.throws(() => menu.insert(5, new MenuItem({ label: 'x' })), { name: 'RangeError' });
});

test("the application's menu is kept", () => {
  const menu = Menu.buildFromTemplate([{ label: 'App' }]);
  Menu.setApplicationMenu(menu);
  assert.equal(Menu.getApplicationMenu(), menu);
  assert.equal(app.applicationMenu, menu);
  app.applicationMenu = null;
  assert.equal(Menu.getApplicationMenu(), null);
  assert.throws(() => Menu.setApplicationMenu(/** @type {any} */ ({})), { name: 'TypeError', message: 'Invalid menu' });
  assert.equal(typeof BrowserWindow.prototype.setMenu, 'function');
});

test('a popup is open until a click, or until it is closed', () => {
  let closed = 0;
  let shown = 0;
  const menu = Menu.buildFromTemplate([{ label: 'Copy' }]);
  menu.on('menu-will-show', () => shown++);
  const options = { callback: () => closed++ };
  menu.popup(options);
  assert.deepEqual([shown, closed], [1, 0]);
  menu.items[0]?.click();
  menu.closePopup();
  assert.deepEqual([shown, closed], [1, 1]);
  menu.popup(options);
  menu.closePopup();
  assert.equal(closed, 2);
});

test('the role quit quits', async () => {
  const asked = once(app, 'before-quit');
  app.once('before-quit', (event) => event.preventDefault());
  new MenuItem({ role: 'quit' }).click();
  await asked;
});
