'use strict';
const { before, test } = require('node:test');
const assert = require('node:assert/strict');
const { electron, useHost, open, run, preload } = require('./support/host');

useHost();

/** @type {Electron.WebContents | any} */
let page;
before(async () => {
  await electron.app.whenReady(); // hooks do not wait for each other
  page = (await open('<!doctype html><body><p id="here">', { preload: preload('bridge.js') })).webContents;
});

/** @type {[string, string, unknown][]} */
const expectations = [
  ['a function is called across', 'bridge.add(1, 2)', 3],
  ['a primitive is exposed as it is', 'primitive', 5],
  ['the exposed object is frozen, deeply', '[bridge, bridge.shared.deep, bridge.shared.deep.list].every(Object.isFrozen)', true],
  ['what a function returns is not', 'Object.isFrozen(bridge.result())', false],
  ['the property itself cannot be replaced', '(() => { window.bridge = 1; return typeof bridge; })()', 'object'],
  ['shared objects stay shared', 'bridge.same[0] === bridge.same[1]', true],
  [
    'language values survive',
    `(([u, n, b, nan, d, m, s, r, t]) => u === undefined && n === null && b === 1n && nan !== nan && d.getTime() === 3
    && m.get(1).a === 1 && s.has(1) && r.flags === 'g' && t[1] === 2)(bridge.values)`,
    true,
  ],
  [
    "values belong to the page's world",
    'bridge.values[4] instanceof Date && bridge.values[8] instanceof Uint8Array && bridge.add instanceof Function',
    true,
  ],
  [
    'an instance loses its prototype and symbols',
    'JSON.stringify(bridge.point) + typeof bridge.point.method + Object.getOwnPropertySymbols(bridge.point).length',
    '{"x":1}undefined0',
  ],
  ['a URL becomes an empty object', 'JSON.stringify(bridge.url)', '{}'],
  ['a symbol is dropped', `'symbol' in bridge`, false],
  ['arguments are copies', '(() => { const a = { b: 1 }; return bridge.echo(a) !== a && bridge.echo(a).b; })()', 1],
  ['a function that returns home is itself', '(() => { const f = () => 1; return bridge.echo(f) === f; })()', true],
  ["a page's function can be called back", 'bridge.call((a) => a * 2, 21)', 42],
  ['and kept', '(() => { const f = () => 7; bridge.keep(f); return bridge.kept() === f; })()', true],
  ['promises go both ways', 'bridge.thenable(Promise.resolve(4)).then((r) => r.settled)', 4],
  [
    'a rejection is an Error of the page with the message only',
    'bridge.reject().catch((e) => [e instanceof Error, e.name, e.message, e.code].join())',
    'true,Error,no,',
  ],
  [
    'a thrown error likewise',
    '(() => { try { bridge.fail(); } catch (e) { return [e instanceof Error, e.name, e.message, e.code].join(); } })()',
    'true,Error,bad,',
  ],
  [
    'a thrown value that is no error is unknown',
    '(() => { try { bridge.failWith("text"); } catch (e) { return e.message; } })()',
    'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.',
  ],
  [
    'a returned error is rebuilt',
    '(() => { const e = bridge.error(); return [e.constructor === Error, e.message].join(); })()',
    'true,returned',
  ],
  ['a cyclic array is refused', '(() => { try { bridge.cyclic(); } catch (e) { return /recursion depth/.test(e.message); } })()', true],
  ['a cyclic object is not', '(() => { const o = bridge.cyclicObject(); return o.self === o; })()', true],
  ['an element stays the element', `bridge.element(document.getElementById('here'))`, 'here'],
  [
    'what cannot be cloned is refused',
    '(() => { try { bridge.weak(); } catch (e) { return e.message; } })()',
    'An object could not be cloned.',
  ],
  [
    'an existing property is not replaced',
    `refuse('bridge') + refuse('location')`,
    'Cannot bind an API on top of an existing property on the window object'.repeat(2),
  ],
];
for (const [what, script, expected] of expectations) {
  test(what, async () => assert.deepEqual(await run(page, script), expected));
}

test('without isolation there is nothing to bridge', async () => {
  const { webContents } = await open('', { preload: preload('no-isolation.js'), contextIsolation: false });
  assert.equal(await run(webContents, 'outcome'), 'contextBridge API can only be used when contextIsolation is enabled');
  assert.equal(await run(webContents, 'exposedDirectly'), 'function');
});
