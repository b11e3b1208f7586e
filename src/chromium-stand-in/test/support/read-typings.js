'use strict';
const fs = require('node:fs');
const path = require('node:path');

/**
 * What a class or an interface of Electron's typings declares: names alone.
 * @typedef {object} DeclaredType
 * @property {string} [extends]
 * @property {string[]} methods
 * @property {string[]} properties
 * @property {string[]} staticMethods
 * @property {string[]} staticProperties
 */
/**
 * @typedef {object} Declared
 * @property {Record<string, { type: string, isClass: boolean, isStatic: boolean }>} main modules of the main process by name; `isClass`:
 *   a constructor, `isStatic`: an object with a class's static members
 * @property {Record<string, { type: string, isClass: boolean, isStatic: boolean }>} renderer modules of a renderer
 * @property {Record<string, DeclaredType>} types
 */

const emitterMembers = new Set(['on', 'off', 'once', 'addListener', 'removeListener', 'constructor']);

/** @param {string} typings @param {RegExp} header @returns {string} the text between the header and its closing brace */
function blockOf(typings, header) {
  const start = typings.search(header);
  if (start === -1) throw new Error(`electron.d.ts has nothing that matches ${header}`);
  return typings.slice(start, start + typings.slice(start).search(/^  }$/m));
}

/** @param {string} body @returns {Omit<DeclaredType, 'extends'>} */
function membersOf(body) {
  /** @type {Record<'methods' | 'properties' | 'staticMethods' | 'staticProperties', Set<string>>} */
  const found = { methods: new Set(), properties: new Set(), staticMethods: new Set(), staticProperties: new Set() };
  for (const [, isStatic, name = '', mark, rest] of body.matchAll(/^    (static )?(?:readonly )?(\w+)([(<:])(.*)$/gm)) {
    if (emitterMembers.has(name) || /\(undefined\)/.test(mark === ':' ? (rest ?? '') : '')) continue;
    if (mark === ':') found[isStatic ? 'staticProperties' : 'properties'].add(name);
    else found[isStatic ? 'staticMethods' : 'methods'].add(name);
  }
  const sorted = (/** @type {Set<string>} */ names) => [...names].sort();
  return {
    methods: sorted(found.methods),
    properties: sorted(found.properties),
    staticMethods: sorted(found.staticMethods),
    staticProperties: sorted(found.staticProperties),
  };
}

/** @param {string} typings @param {string[]} namespaces */
function modulesOf(typings, namespaces) {
  const bodies = namespaces.map((name) => blockOf(typings, new RegExp(`^  namespace ${name} \\{`, 'm'))).join('\n');
  const classes = [...bodies.matchAll(/^    class (\w+) extends Electron\.(\w+)/gm)];
  const constants = [...bodies.matchAll(/^    const (\w+): (typeof )?(\w+);/gm)];
  return Object.fromEntries(
    [
      ...classes.map(([, name = '', type = '']) => /** @type {const} */ ([name, { type, isClass: true, isStatic: false }])),
      ...constants.map(([, name = '', isStatic, type = '']) => /** @type {const} */ ([name, { type, isClass: false, isStatic: Boolean(isStatic) }])),
    ].sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/**
 * Reads which modules, classes and members the typings of the `electron` package declare.
 * @param {string} [file]
 * @returns {Declared}
 */
function readTypings(file = path.join(path.dirname(require.resolve('electron/package.json')), 'electron.d.ts')) {
  const typings = fs.readFileSync(file, 'utf8');
  const main = modulesOf(typings, ['Common', 'Main']);
  const renderer = modulesOf(typings, ['Common', 'Renderer']);
  const ofModules = new Set([...Object.values(main), ...Object.values(renderer)].map(({ type }) => type));
  const headers = [...typings.matchAll(/^  (class|interface) (\w+)(?: extends ([\w.]+))? \{/gm)];
  const types = headers
    .filter(([, kind, name = '']) => kind === 'class' || ofModules.has(name))
    .map(([header, kind, name = '', base]) => {
      const body = blockOf(typings, new RegExp(`^${header.replace(/[.{]/g, '\\$&')}`, 'm'));
      return /** @type {const} */ ([name, { ...(base ? { extends: base } : {}), ...membersOf(body) }]);
    });
  return { main, renderer, types: Object.fromEntries(types) };
}

exports.readTypings = readTypings;
