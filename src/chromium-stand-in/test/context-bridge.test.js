'use strict';
const { before, test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const path = require('node:path');
const { electron, useHost, open, run, pages, preload } = require('./support/host');

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
    'an instance loses its prototype and keeps its symbols',
    'JSON.stringify(bridge.point) + typeof bridge.point.method + Object.getOwnPropertySymbols(bridge.point).map(String)',
    '{"x":1}undefinedSymbol(hidden)',
  ],
  ['a URL becomes an empty object', 'JSON.stringify(bridge.url)', '{}'],
  ['a symbol crosses, with its description', `String(bridge.symbol)`, 'Symbol(mine)'],
  ['the same one each time', `bridge.symbol === bridge.getSymbol()`, true],
  ['it is itself again where it came from', `bridge.isSymbol(bridge.symbol) && !bridge.isSymbol(Symbol('mine'))`, true],
  ['it finds the property whose key it is', `bridge.symbolKeyed[bridge.symbol]`, 5],
  ["a page's symbol returns as itself", `(() => { const s = Symbol('page'); return bridge.echo({ [s]: s })[s] === s; })()`, true],
  [
    'registered and well-known symbols are the same in both worlds',
    `bridge.echo(Symbol.for('shared')) === Symbol.for('shared') && bridge.wellKnown === Symbol.iterator`,
    true,
  ],
  [
    'values of another realm cross as what they are',
    `(() => {
      const realm = document.body.appendChild(document.createElement('iframe')).contentWindow;
      const element = realm.document.createElement('b');
      element.id = 'there';
      return [
        bridge.echo(new realm.Date(3)) instanceof Date,
        bridge.echo(new realm.Map([[1, 2]])).get(1),
        bridge.echo(new realm.Set([1])).has(1),
        bridge.echo(realm.Object(7)) instanceof Number,
        bridge.echo(new realm.RegExp('x', 'g')).flags,
        bridge.echo(new realm.RangeError('far')).message,
        bridge.echo(new realm.Uint8Array([4]))[0],
        bridge.echo(new realm.Array(1, 2)).length,
        bridge.echo(new realm.Blob(['four'])).size,
        bridge.echo(realm.Promise.resolve(1)) instanceof Promise,
        bridge.element(element),
      ].map(String).join();
    })()`,
    'true,2,true,true,g,far,4,2,4,true,there',
  ],
  [
    'objects that no copy can stand for are refused, of another realm too',
    `(() => {
      const realm = document.body.appendChild(document.createElement('iframe')).contentWindow;
      const outcome = (value) => { try { bridge.echo(value); return 'passed'; } catch (e) { return e.message; } };
      const all = [new realm.WeakMap(), Object(Symbol()), (function () { return arguments; })(), new Map().keys()];
      return [...new Set(all.map(outcome))].join();
    })()`,
    'An object could not be cloned.',
  ],
  ['a resizable buffer stays one', `(({ resizable, maxByteLength }) => [resizable, maxByteLength])(bridge.resizable)`, [true, 16]],
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
  [
    'a cyclic array as a result is refused with the text of an uncaught error',
    '(() => { try { bridge.cyclic(); } catch (e) { return [e.constructor === Error, e.message].join(); } })()',
    'true,Uncaught TypeError: Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
  ],
  [
    'one that the page passes is refused with a TypeError',
    `(() => { const a = []; a.push(a);
    try { bridge.echo(a); } catch (e) { return e instanceof TypeError && /recursion/.test(e.message); } })()`,
    true,
  ],
  ['what is nested less deeply than 1000 passes', 'bridge.depthOf(bridge.nested(999))', 999],
  ['deeper is refused', '(() => { try { bridge.nested(1000); } catch (e) { return /^Uncaught TypeError: /.test(e.message); } })()', true],
  ['so is a getter that throws', '(() => { try { bridge.getter(); } catch (e) { return e.message; } })()', 'Uncaught Error: in a getter'],
  ['and a promise for what cannot cross', 'bridge.later().catch((e) => e.message)', 'Uncaught Error: An object could not be cloned.'],
  [
    'functions and dates of the exposed object are frozen, views are not',
    '[bridge.add, bridge.date, bridge.bytes].map(Object.isFrozen).join()',
    'true,true,false',
  ],
  [
    'each view is cloned alone',
    'bridge.views.map((v) => [...v, v.buffer.byteLength].join(":")).join() + (bridge.views[0].buffer === bridge.views[1].buffer)',
    '1:2:4,3:4:4false',
  ],
  [
    'a function gets another proxy each time it crosses',
    '(() => { const f = () => 1; return [bridge.again(f), bridge.again(f)]; })()',
    [false, false],
  ],
  ['but one within a call', '(() => { const f = () => 1; return bridge.twice(f, f); })()', true],
  ['shared objects stay shared between arguments', '(() => { const o = [1]; return bridge.twice(o, o); })()', true],
  ['holes of an array are filled', '(() => { const a = bridge.echo([1, , 3]); return [1 in a, a.length].join(); })()', 'true,3'],
  ['a function is its own receiver', 'bridge.receiverIsItself()', true],
  ['executeInMainWorld runs a function of the page', `bridge.execute('add')`, 3],
  ["it sees the page's globals, and not the preload's", `(window.pageOnly = 1, bridge.execute('page'))`, ['number', 'undefined']],
  ["in the page's world a function is itself again", `(() => { const f = () => 1; return bridge.execute('identity', f); })()`, true],
  ['its arguments cross as all others do', `bridge.execute('callback', (n) => n + 1)`, 10],
  ['so does a promise', `bridge.execute('promise')`, 'later'],
  ['and an error, with its message only', `bridge.execute('throws')`, [true, 'Error', 'in the page']],
  [
    'what is no script is refused',
    `[bridge.execute('bad'), bridge.execute('bad', { func: 1 }), bridge.execute('bad', { func: () => {}, args: 1 })]`,
    [
      "executeInMainWorld needs an object with a function as 'func'",
      "executeInMainWorld needs an object with a function as 'func'",
      "executeInMainWorld needs an array as 'args'",
    ],
  ],
  ['a cyclic object is not', '(() => { const o = bridge.cyclicObject(); return o.self === o; })()', true],
  ['an element stays the element', `bridge.element(document.getElementById('here'))`, 'here'],
  [
    'what cannot be cloned is refused',
    '(() => { try { bridge.weak(); } catch (e) { return e.message; } })()',
    'Uncaught Error: An object could not be cloned.',
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

for (const policy of [
  "default-src 'self'",
  "default-src 'none'; script-src 'self'",
  "script-src-elem 'none'",
  "script-src 'self' 'unsafe-inline'",
  "script-src 'nonce-abc' 'unsafe-inline'",
]) {
  test(`executeInMainWorld works under ${policy}, and the policy still does`, async () => {
    pages.set('app://local/strict', () => {
      const headers = { 'content-type': 'text/html', 'content-security-policy': policy };
      return new Response('<!doctype html><script>window.inline = 1</script>', { headers });
    });
    const window = new electron.BrowserWindow({ webPreferences: { preload: preload('bridge.js') } });
    await window.loadURL('app://local/strict');
    assert.equal(await run(window.webContents, `bridge.execute('add')`), 3);
    const allowed = policy === "script-src 'self' 'unsafe-inline'";
    assert.equal(await run(window.webContents, 'typeof inline'), allowed ? 'number' : 'undefined');
  });
}

test('the default preload takes a listener off again', async () => {
  const { webContents } = await open('<!doctype html>', { preload: path.join(__dirname, '..', '..', 'electron-main', 'preload.js') });
  /** @param {number} n */
  async function tell(n) {
    const heard = once(electron.ipcMain, 'heard');
    webContents.send('news', n);
    webContents.send('end');
    await heard;
  }
  await run(webContents, `(window.heard = [], window.one = (n) => heard.push(['one', n]), window.two = (n) => heard.push(['two', n]),
    ipc.on('news', one), ipc.on('news', two), ipc.on('news', one), ipc.once('news', two), ipc.on('end', () => ipc.send('heard')), 0)`);
  await tell(1);
  await run(webContents, `ipc.off('news', one), 0`);
  await tell(2);
  await run(webContents, `(ipc.off('news', one), ipc.off('news', one), ipc.off('news', () => {}), 0)`);
  await tell(3);
  assert.deepEqual(await run(webContents, 'heard'), [
    ['one', 1],
    ['two', 1],
    ['one', 1],
    ['two', 1],
    ['one', 2],
    ['two', 2],
    ['two', 3],
  ]);
});
