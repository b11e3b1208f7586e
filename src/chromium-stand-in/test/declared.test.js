'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const electron = require('..');
const { absent } = require('../lib/absent');

const host = path.join(__dirname, '..');
const typings = fs.readFileSync(require.resolve('electron/electron.d.ts'), 'utf8');

/** @param {RegExp} pattern with one group @param {string} text @returns {Set<string>} */
function all(pattern, text) {
  return new Set([...text.matchAll(pattern)].map(([, found]) => found ?? ''));
}

/** @param {string} name @returns {string} the text of a class or interface, up to the next one */
function declarationOf(name) {
  const start = typings.search(new RegExp(`^  (?:class|interface) ${name} `, 'm'));
  assert.notEqual(start, -1, name);
  const length = typings.slice(start + 1).search(/^  }$/m);
  return typings.slice(start, start + length);
}

/** Events that a file of the host emits. @param {string} file @param {RegExp} emission */
function emittedIn(file, emission) {
  return [...all(emission, fs.readFileSync(path.join(host, 'lib', file), 'utf8'))];
}

const files = fs
  .readdirSync(path.join(host, 'lib'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.js'));

test('every export is one of the main process, or of both', () => {
  const declared = ['Common', 'Main'].flatMap((namespace) => {
    const rest = typings.slice(typings.indexOf(`namespace ${namespace} {`));
    return [...all(/^    (?:const|class) (\w+)/gm, rest.slice(0, rest.search(/^  }$/m)))];
  });
  for (const name of Object.keys(electron)) assert.ok(declared.includes(name), name);
});

/** @type {[type: string, emission: RegExp][]} */
const emitters = [
  ['WebContents', /(?:page|this\.#page|webContents)\.emit\('([^']+)'/g],
  ['App', /\bapp\.emit\('([^']+)'/g],
];
for (const [type, emission] of emitters) {
  test(`events of ${type} are declared`, () => {
    const declared = all(/on\(event: '([^']+)'/g, declarationOf(type));
    const emitted = files.flatMap((file) => emittedIn(file, emission));
    assert.ok(emitted.length > 0);
    for (const event of emitted) assert.ok(declared.has(event), event);
  });
}

for (const [type, file] of [
  ['BrowserWindow', 'window/browser-window.js'],
  ['BaseWindow', 'window/base-window.js'],
  ['App', 'app/app.js'],
  ['Menu', 'menu/menu.js'],
  ['MessagePortMain', 'ipc/message-port-main.js'],
]) {
  test(`events that ${file} emits are declared by ${type}`, () => {
    const declared = all(/on\(event: '([^']+)'/g, declarationOf(type ?? ''));
    const emitted = emittedIn(file ?? '', /this\.emit\('([^']+)'/g);
    assert.ok(emitted.length > 0);
    for (const event of emitted) assert.ok(declared.has(event), event);
  });
}

/** @type {[name: string, type: string][]} */
const classes = [
  ['BaseWindow', 'BaseWindow'],
  ['BrowserWindow', 'BrowserWindow'],
  ['Menu', 'Menu'],
  ['MenuItem', 'MenuItem'],
  ['MessageChannelMain', 'MessageChannelMain'],
  ['app', 'App'],
  ['Session', 'Session'],
  ['WebContents', 'WebContents'],
  ['WebFrameMain', 'WebFrameMain'],
  ['MessagePortMain', 'MessagePortMain'],
];
/** @type {any} */
const objects = {
  ...electron,
  ...require('../lib/session/session'),
  ...require('../lib/web-contents/web-contents'),
  ...require('../lib/web-contents/web-frame-main'),
  ...require('../lib/ipc/message-port-main'),
};
/** Names that were generated from the typings need no check. @param {any} exported @param {string} member */
function isAbsent(exported, member) {
  const holder = typeof exported === 'function' ? exported.prototype : Object.getPrototypeOf(exported);
  const { get, value } = Object.getOwnPropertyDescriptor(holder, member) ?? {};
  return absent.isMark(get ?? value);
}

for (const [name, type] of classes) {
  test(`members of ${name} are declared`, () => {
    const exported = objects[name];
    const members = Object.getOwnPropertyNames(typeof exported === 'function' ? exported.prototype : Object.getPrototypeOf(exported));
    const declared = all(/^    (?:readonly |static )*(\w+)[(?:]/gm, declarationOf(type));
    const known = [...members].filter((member) => !isAbsent(exported, member));
    for (const member of known) assert.ok(declared.has(member) || member === 'constructor', `${name}.${member}`);
  });
}
