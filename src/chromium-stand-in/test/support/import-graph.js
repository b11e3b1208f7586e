'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { parse } = require('acorn');

/** @typedef {{ file: string, line: number, imports: string }} LazyImport */

/** @param {string} folder @returns {string[]} its JavaScript files, without those of tests */
function filesOf(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'test' ? [] : filesOf(full);
    return /\.c?js$/.test(entry.name) ? [full] : [];
  });
}

/** @param {string} from @param {string} name as `require` gets it @returns {string | undefined} undefined if there is no such file */
function resolve(from, name) {
  const base = path.resolve(path.dirname(from), name);
  return [base, `${base}.js`, `${base}.cjs`, path.join(base, 'index.js')].find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
}

/**
 * Calls of `require` with a relative path.
 * @param {any} node of the syntax tree
 * @param {(name: string, isLazy: boolean, line: number) => void} found
 * @param {boolean} [isLazy] whether the node lies in a function, so that it runs later than its module
 */
function visit(node, found, isLazy = false) {
  if (node.type === 'CallExpression' && node.callee.name === 'require') {
    const [name] = node.arguments;
    if (typeof name?.value === 'string' && name.value.startsWith('.')) found(name.value, isLazy, node.loc.start.line);
  }
  const isInside = isLazy || /Function/.test(node.type);
  for (const child of Object.values(node).flat()) {
    if (typeof child === 'object' && child !== null && 'type' in child) visit(child, found, isInside);
  }
}

/**
 * Which files of a folder import which.
 * @param {string} folder
 */
function readImports(folder) {
  /** @type {Map<string, string[]>} */
  const imports = new Map();
  /** @type {LazyImport[]} */
  const lazy = [];
  for (const file of filesOf(folder)) {
    /** @type {string[]} */
    const own = [];
    const tree = parse(fs.readFileSync(file, 'utf8'), { ecmaVersion: 'latest', locations: true, allowReturnOutsideFunction: true });
    visit(tree, (name, isLazy, line) => {
      const target = resolve(file, name);
      if (target) own.push(target);
      if (isLazy) lazy.push({ file: path.relative(folder, file), line, imports: name });
    });
    imports.set(file, own);
  }
  return { circles: circlesOf(imports).map((circle) => circle.map((file) => path.relative(folder, file))), lazy };
}

/**
 * @param {Map<string, string[]>} imports
 * @returns {string[][]} each way that leads back to its first file, once for each file at which a search meets itself
 */
function circlesOf(imports) {
  /** @type {string[][]} */
  const circles = [];
  /** @type {Set<string>} */
  const done = new Set();
  /** @param {string} file @param {string[]} way */
  function follow(file, way) {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file]);
    if (done.has(file) || way.includes(file)) return;
    for (const next of imports.get(file) ?? []) follow(next, [...way, file]);
    done.add(file);
  }
  for (const file of imports.keys()) follow(file, []);
  return circles;
}

exports.readImports = readImports;
