'use strict';
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');
const fs = require('node:fs');
const names = require('../names');
const { declared } = require('../absent');
const adaptPage = require('./adapt-page');
const { toBase64, fromBase64 } = require('./base64');
const startMainWorld = require('./start-main-world');
const startRuntime = require('./start-runtime');

/** @typedef {{ source: string, isolated: boolean }} PageScript */

const bridgeParts = {
  createCompiler: require('./create-compiler'),
  createKinds: require('../codec/create-kinds'),
  createSymbols: require('./create-symbols'),
  createMarshal: require('./create-marshal'),
  createWorldBridge: require('./create-world-bridge'),
  guardPermissions: require('./guard-permissions'),
  guardWindowOpen: require('./guard-window-open'),
};
const codecParts = {
  toBase64,
  fromBase64,
  createKinds: require('../codec/create-kinds'),
  createMessageText: require('../codec/create-message-text'),
  createCodec: require('../codec/create-codec'),
  createPageCodec: require('./create-page-codec'),
};
const runtimeParts = {
  ...bridgeParts,
  ...codecParts,
  createEmitter: require('./create-emitter'),
  createPorts: require('./create-ports'),
  createBlockingCall: require('./create-blocking-call'),
  createIpcRenderer: require('./create-ipc-renderer'),
  createContextBridge: require('./create-context-bridge'),
  createAbsent: require('../absent/create-absent'),
  createEncodings: require('./create-encodings'),
  createBuffer: require('./create-buffer'),
  createTimers: require('./create-timers'),
  createUrl: require('./create-url'),
  createNativeImage: require('../image/create-native-image'),
  createWebFrame: require('./create-web-frame'),
  createProcess: require('./create-process'),
  createModules: require('./create-modules'),
};
const preloadParameters = 'require, process, exports, module, Buffer, global, setImmediate, clearImmediate';
/** Modules that only a renderer without the sandbox has. */
const unsandboxed = new Set(['shell']);

/** What the page needs of the list of Electron's members. @param {boolean} sandboxed */
function rendererModules(sandboxed) {
  const modules = Object.entries(declared.renderer).filter(([name]) => !(sandboxed && unsandboxed.has(name)));
  const types = modules.map(([, { type }]) => /** @type {const} */ ([type, /** @type {any} */ (declared.types)[type]]));
  return { modules: Object.fromEntries(modules), types: Object.fromEntries(types) };
}

/** @param {Record<string, Function>} parts */
function objectOf(parts) {
  return `{${Object.entries(parts).map(([name, part]) => `${name}: ${part}`).join(',\n')}}`;
}

/** @param {Function} entry @param {unknown} config @param {Record<string, Function>} [parts] */
function sourceOf(entry, config, parts = {}) {
  return `(${entry})(${JSON.stringify(config)}, ${objectOf(parts)})\n//# sourceURL=electron:///js2c/${entry.name}`;
}

/** A function of a page: gives a result of script as the codec's text, or throws as the codec does. */
const encodeInPage = `function (value, isolated) {
  const parts = ${objectOf({ ...codecParts, createResultCopy: require('./create-result-copy') })};
  const { codec, messageText } = parts.createPageCodec(parts, (kinds) => parts.createResultCopy({ kinds, isolated }));
  return messageText.write(codec.encode(value));
}`;

/**
 * @param {{ scheme: string, protocol: string, suffix: string }[]} aliases
 * @returns {PageScript[]}
 */
function adaptingScripts(aliases) {
  return aliases.length ? [{ isolated: false, source: sourceOf(adaptPage, aliases) }] : [];
}

/**
 * @param {{ isolated: boolean, subFrames: boolean, process: Record<string, unknown> }} options
 * @returns {PageScript[]}
 */
function runtimeScripts({ isolated, subFrames, process }) {
  const { nonce, policyNonce, ...internal } = names;
  const config = { ...internal, nonce, isolated, subFrames, process, ...rendererModules(process.sandboxed === true) };
  const mainWorld = { nonce, policyNonce, subFrames };
  /** @type {PageScript[]} */
  const scripts = [{ isolated, source: sourceOf(startRuntime, config, runtimeParts) }];
  if (isolated)
    scripts.unshift({ isolated: false, source: sourceOf(startMainWorld, mainWorld, bridgeParts) });
  return scripts;
}

/**
 * Each preload is a script of its own, so that one that does not even parse leaves the others alone.
 * @param {string} file
 * @param {boolean} isolated
 * @returns {PageScript}
 * @throws {Error} the file cannot be read, or its syntax is wrong
 */
function preloadScript(file, isolated) {
  const wrapped = `(function (${preloadParameters}) {${fs.readFileSync(file, 'utf8')}\n})`;
  new vm.Script(wrapped, { filename: file });
  const run = `globalThis[${JSON.stringify(names.runtime)}]?.(${JSON.stringify(file)}, ${wrapped})`;
  return { isolated, source: `${run}\n//# sourceURL=${pathToFileURL(file)}` };
}

/** Runs after all preloads. @param {boolean} isolated @returns {PageScript} */
function loadedScript(isolated) {
  return { isolated, source: `globalThis[${JSON.stringify(names.runtime)}]?.(null)` };
}

exports.encodeInPage = encodeInPage;
exports.loadedScript = loadedScript;
exports.adaptingScripts = adaptingScripts;
exports.runtimeScripts = runtimeScripts;
exports.preloadScript = preloadScript;
