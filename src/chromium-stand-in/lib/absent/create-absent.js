'use strict';

/** @typedef {{ extends?: string, methods: string[], properties: string[], staticMethods: string[], staticProperties: string[] }} DeclaredType */
/** @typedef {{ type: string, isClass: boolean, isStatic: boolean }} DeclaredModule */

/**
 * Members that Electron has and this host does not: each exists, and throws an error that names it when it is called, or read.
 * This function runs in Node and, as text, in the page: it must not use anything outside itself.
 * @param {Record<string, DeclaredType>} types as Electron's typings declare them
 */
module.exports = function createAbsent(types) {
  /** The functions that stand for members which are not there. @type {WeakSet<Function>} */
  const marks = new WeakSet();

  /** @param {string} name @returns {Error} */
  function errorFor(name) {
    return new Error(
      `${name} is not on the Chromium host. Set IpcApp:Host to electron to use it, or look for process.versions['chromium-stand-in'] first.`,
    );
  }

  /** Whether an object has a member that does something. @param {object} target @param {string} name */
  function has(target, name) {
    for (let each = target; each; each = Object.getPrototypeOf(each)) {
      const descriptor = Object.getOwnPropertyDescriptor(each, name);
      if (descriptor) return !isMark(descriptor.get ?? descriptor.value);
    }
    return false;
  }

  /** @param {object} target @param {string} label @param {string} name */
  function defineMethod(target, label, name) {
    if (has(target, name)) return;
    const value = {
      [name]() {
        throw errorFor(`${label}.${name}`);
      },
    }[name];
    if (value) marks.add(value);
    Object.defineProperty(target, name, { value, configurable: true, enumerable: false, writable: true });
  }

  /** @param {object} target @param {string} label @param {string} name */
  function defineProperty(target, label, name) {
    if (has(target, name)) return;
    const fail = () => {
      throw errorFor(`${label}.${name}`);
    };
    marks.add(fail);
    Object.defineProperty(target, name, { get: fail, set: fail, configurable: true, enumerable: false });
  }

  /** A type and those that it extends, as far as they are Electron's. @param {string | undefined} name @returns {DeclaredType[]} */
  function familyOf(name) {
    const type = name === undefined ? undefined : types[name];
    return type ? [type, ...familyOf(type.extends)] : [];
  }

  /** @param {object} target an object, or the prototype of a class @param {string} type @param {string} [label] for the error */
  function completeInstance(target, type, label = type) {
    for (const { methods, properties } of familyOf(type)) {
      for (const name of methods) defineMethod(target, label, name);
      for (const name of properties) defineProperty(target, label, name);
    }
  }

  /** @param {object} target @param {string} type @param {string} [label] */
  function completeStatic(target, type, label = type) {
    for (const { staticMethods, staticProperties } of familyOf(type)) {
      for (const name of staticMethods) defineMethod(target, label, name);
      for (const name of staticProperties) defineProperty(target, label, name);
    }
  }

  /** A class that cannot be instantiated. @param {string} name */
  function absentClass(name) {
    const type = class {
      constructor() {
        throw errorFor(`new ${name}`);
      }
    };
    Object.defineProperty(type, 'name', { value: name, configurable: true });
    return type;
  }

  /**
   * Gives the modules what they lack, and adds those that are missing.
   * @param {Record<string, any>} modules
   * @param {Record<string, DeclaredModule>} declared
   * @param {new () => object} EventEmitter for missing modules whose events can be listened to, though they never come
   */
  function completeModules(modules, declared, EventEmitter) {
    for (const [name, { type, isClass, isStatic }] of Object.entries(declared)) {
      const isEmitter = familyOf(type).some((each) => /NodeEventEmitter|EventEmitter$/.test(each.extends ?? ''));
      modules[name] ??= isClass ? absentClass(name) : isEmitter && !isStatic ? new EventEmitter() : {};
      const module = modules[name];
      if (isClass) {
        completeStatic(module, type, name);
        completeInstance(module.prototype, type, name);
      } else if (isStatic) completeStatic(module, type, name);
      else completeInstance(module, type, name);
    }
  }

  /** Whether a function stands for a member that is not there. @param {unknown} member */
  const isMark = (member) => typeof member === 'function' && marks.has(member);

  return { errorFor, completeInstance, completeModules, isMark };
};
