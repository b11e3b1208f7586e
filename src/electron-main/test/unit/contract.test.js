'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
require('../support/stub-electron');
const { hostActions } = require('../../lib/actions');
const { DEFAULTS } = require('../../lib/configuration');
const { COMMANDS } = require('../../lib/control');
const { TEXT } = require('../../lib/ipc/failure');
const { LIMITS } = require('../../lib/limits');
const { KIND } = require('../../lib/messages');
const { policyOf } = require('../../lib/pages/content-security-policy');
const { LEVELS } = require('../../lib/windows/page-console');
const { browserWindowOptions } = require('../../lib/windows/window-options');

const ROOT = path.join(__dirname, '..', '..', '..', '..');
const LIB = path.join(__dirname, '..', '..', 'lib');
/** What C#, this code and the fake windows agree on: tests/Contract/README.md. */
const contract = JSON.parse(fs.readFileSync(path.join(ROOT, 'tests', 'Contract', 'contract.json'), 'utf8'));
const source = fs.readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .map((name) => fs.readFileSync(path.join(LIB, name), 'utf8'))
  .join('\n');

/** @param {Iterable<string>} actual @param {Iterable<string>} expected */
function assertSame(actual, expected) {
  assert.deepEqual([...actual].sort(), [...expected].sort());
}

test('the kinds of messages', () => assert.deepEqual(KIND, contract.messageKinds));

test('the control messages of .NET', () => assertSame(COMMANDS, Object.keys(contract.toHost)));

test('the control messages to .NET, with their members, and each is sent from somewhere', () => {
  // Every call is checked against this file by `npm run check`.
  const declared = fs.readFileSync(path.join(LIB, '..', 'notices.d.ts'), 'utf8');
  const notices = [...declared.matchAll(/^ {2}'([a-z-]+)': \{(.*)\};$/gm)].map(([, name = '', members = '']) =>
    [name, [...members.matchAll(/(\w+\??): /g)].map(([, member = '']) => member)]);
  const expected = Object.entries(contract.fromHost).map(([name, { members }]) => [name, members]);
  assert.deepEqual(Object.fromEntries(notices), Object.fromEntries(expected));
  for (const [name] of notices) {
    assert.match(source, new RegExp(`type: '${name}'|raise\\('${name}'`), String(name));
  }
});

test('the actions', () => {
  const parts = /** @type {any} */ ({ windows: {}, link: {}, lifecycle: {} });
  assertSame(Object.keys(hostActions(parts)), contract.actions);
});

test('the configuration and its defaults', () => {
  /** @type {Record<string, unknown>} */
  const expected = {};
  for (const [name, member] of Object.entries(contract.configuration)) {
    expected[name] = process.platform === 'darwin' && 'defaultOnMacOS' in member ? member.defaultOnMacOS : member.default;
  }
  const { limits, ...rest } = DEFAULTS;
  const flat = { ...rest, ...Object.fromEntries(Object.entries(limits).map(([name, value]) => [`limits.${name}`, value])) };
  assert.deepEqual(flat, expected);
});

test('each option of a window of the table is taken', () => {
  const options = contract.windowOptions;
  const made = browserWindowOptions(options, '/app');
  const preferences = made.webPreferences;
  assert.deepEqual(
    [made.width, made.height, made.minWidth, made.minHeight, made.title, preferences?.partition, preferences?.preload,
      preferences?.nodeIntegrationInSubFrames, preferences?.devTools],
    [options.width, options.height, options.minWidth, options.minHeight, options.title, options.partition,
      path.resolve('/app', options.preload), options.subFrames, options.devTools],
  );
  assert.match(source, /options\.allowedOrigins/);
  assert.match(source, /options\.show/);
});

test('no option of a window is taken that the table does not name', () => {
  const described = fs.readFileSync(path.join(LIB, 'windows', 'window-options.js'), 'utf8');
  const names = [...described.matchAll(/@property \{[^}]*\} \[(\w+)\]/g)].map(([, name = '']) => name);
  assertSame(names, Object.keys(contract.windowOptions));
});

test('the limits that no setting changes', () => assert.deepEqual(LIMITS, contract.limits));

test('the texts', () => {
  const here = Object.entries(contract.texts).filter(([, { in: sides }]) => sides.includes('host'));
  assertSame(Object.keys(TEXT), here.map(([name]) => name));
  for (const [name, { text }] of here) {
    const made = TEXT[/** @type {keyof typeof TEXT} */ (name)];
    const values = /** @type {[any, any]} */ (['{0}', '{1}']);
    assert.equal(typeof made === 'function' ? /** @type {(...values: any[]) => string} */ (made)(...values) : made, text);
  }
});

test('the content security policy', () => {
  assert.equal(policyOf(null, new Set()), contract.contentSecurityPolicy);
  const framed = policyOf(null, new Set(['https://a.example', 'https://b.example']));
  assert.equal(framed, `${contract.contentSecurityPolicy}; frame-src 'self' https://a.example https://b.example`);
});

test('the words', () => {
  assert.deepEqual(LEVELS, contract.words.consoleLevels);
  const typed = (/** @type {string} */ name) => {
    const [, list = ''] = source.match(new RegExp(`@typedef \\{((?:'\\w+'(?: \\| )?)+)\\} ${name}\\b`)) ?? [];
    return [...list.matchAll(/'(\w+)'/g)].map(([, word = '']) => word);
  };
  assertSame(typed('GoneReason'), contract.words.goneReasons);
  assertSame(typed('MessageKind'), contract.words.unheardKinds);
  assertSame(typed('Level'), contract.words.logLevels);
  assertSame([...(source.match(/@typedef \{('[a-z-]+')\} OptionalEvent/)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map(([, word = '']) => word),
    contract.heardEvents);
});
