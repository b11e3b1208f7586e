'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const electron = require('..');
const { declared, absent } = require('../lib/absent');
const { readTypings } = require('./support/read-typings');

/** @type {Record<string, any>} */
const modules = electron;
const { app } = electron;
const way = "Set IpcApp:Host to electron to use it, or look for process.versions['chromium-stand-in'] first.";

test('the list of members is that of the installed typings', () => {
  assert.deepEqual(declared, readTypings(), 'run `node build/write-electron-members.mjs`');
});

test('no module of the main process is undefined, by require and by import', async () => {
  const imported = await import(pathToFileURL(path.join(__dirname, '..', 'index.mjs')).href);
  for (const name of Object.keys(declared.main)) {
    assert.ok(modules[name] !== undefined, name);
    assert.equal(imported[name], modules[name], name);
  }
});

/**
 * Objects of the main process by their declared type: modules, prototypes of classes, and objects that they make.
 * @type {[name: string, object: any, type: string, isStatic: boolean][]}
 */
const objects = [
  ...Object.entries(declared.main).flatMap(([name, { type, isClass, isStatic }]) => {
    const module = modules[name];
    /** @type {[string, any, string, boolean][]} */
    const all = [[name, module, type, isClass || isStatic]];
    return isClass ? [...all, /** @type {[string, any, string, boolean]} */ ([name, module.prototype, type, false])] : all;
  }),
  ['app.commandLine', app.commandLine, 'CommandLine', false],
  ['MessagePortMain', new electron.MessageChannelMain().port1, 'MessagePortMain', false],
  ['NativeImage', electron.nativeImage.createEmpty(), 'NativeImage', false],
  ['Session', electron.session.defaultSession, 'Session', false],
  ['session.webRequest', electron.session.defaultSession.webRequest, 'WebRequest', false],
  ['WebContents', require('../lib/web-contents/web-contents').WebContents.prototype, 'WebContents', false],
  ['WebFrameMain', require('../lib/web-contents/web-frame-main').WebFrameMain.prototype, 'WebFrameMain', false],
];

/** Properties that instances get when they are made. @type {Record<string, string[]>} */
const ownOfInstances = {
  BaseWindow: ['id'],
  BrowserWindow: ['id'],
  Menu: ['items'],
  MenuItem: declared.types.MenuItem.properties,
  MessageChannelMain: ['port1', 'port2'],
  WebContents: ['id'],
};

for (const [name, object, type, isStatic] of objects) {
  const { methods, properties, staticMethods, staticProperties } = /** @type {any} */ (declared.types)[type];
  test(`${name} has each ${isStatic ? 'static ' : ''}member, or one that says that it has not`, () => {
    for (const method of isStatic ? staticMethods : methods) {
      const value = object[method];
      assert.equal(typeof value, 'function', `${name}.${method}`);
      if (isAbsent(object, method)) assert.throws(value, { message: `${name}.${method} is not on the Chromium host. ${way}` });
    }
    const own = ownOfInstances[name] ?? [];
    for (const property of isStatic ? staticProperties : properties.filter((/** @type {string} */ each) => !own.includes(each))) {
      const getter = findDescriptor(object, property)?.get;
      assert.ok(property in object, `${name}.${property}`);
      if (getter && isAbsent(object, property)) assert.throws(() => object[property], { message: `${name}.${property} is not on the Chromium host. ${way}` });
    }
  });
}

test('members that do nothing are listed in the documentation, and no others are', () => {
  const page = fs.readFileSync(path.join(__dirname, '..', '..', '..', 'docs', 'reference', 'electron-surface.md'), 'utf8');
  const row = /^\| members without effect \|(.*)\|$/m.exec(page)?.[1] ?? '';
  const listed = new Set([...row.matchAll(/`([\w.]+)`/g)].map(([, name]) => name));
  const found = new Set();
  for (const [name, object, type, isStatic] of objects) {
    const { methods, staticMethods } = /** @type {any} */ (declared.types)[type];
    for (const method of isStatic ? staticMethods : methods) {
      const { value } = findDescriptor(object, method) ?? {};
      if (typeof value === 'function' && /\{\s*\}$/.test(String(value))) found.add(`${name === 'BrowserWindow' ? 'BaseWindow' : name}.${method}`);
    }
  }
  assert.deepEqual([...found].sort(), [...listed].sort());
});

test('a class that is not on this host says so when it is made', () => {
  assert.throws(() => new modules.TouchBar(), { message: `new TouchBar is not on the Chromium host. ${way}` });
  assert.equal(modules.TouchBar.name, 'TouchBar');
});

test('events of a module that is not on this host can be listened to', () => {
  const listener = () => {};
  assert.equal(modules.autoUpdater.on('error', listener), modules.autoUpdater);
});

test('a member that throws is not met by chance', () => {
  assert.deepEqual(Object.keys(modules.clipboard), []);
  assert.doesNotThrow(() => ({ ...modules.app, ...modules.systemPreferences }));
});

/** @param {any} object @param {string} name @returns {PropertyDescriptor | undefined} */
function findDescriptor(object, name) {
  if (object === null) return undefined;
  return Object.getOwnPropertyDescriptor(object, name) ?? findDescriptor(Object.getPrototypeOf(object), name);
}

/** @param {any} object @param {string} name */
function isAbsent(object, name) {
  const { get, value, enumerable } = findDescriptor(object, name) ?? {};
  return !enumerable && absent.isMark(get ?? value);
}
