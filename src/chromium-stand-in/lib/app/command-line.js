'use strict';
const { browser } = require('../browser/browser');

/** @param {string} name */
function normalize(name) {
  return String(name).replace(/^--/, '').toLowerCase();
}

/** `app.commandLine`: switches for Chromium, until it starts. */
class CommandLine {
  /** @param {string} name @param {string} [value] */
  appendSwitch(name, value = '') {
    browser.switches.set(normalize(name), String(value));
  }

  /** @param {string} value */
  appendArgument(value) {
    browser.arguments.push(String(value));
  }

  /** @param {string} name */
  hasSwitch(name) {
    return browser.switches.has(normalize(name));
  }

  /** @param {string} name @returns {string} empty when absent */
  getSwitchValue(name) {
    return browser.switches.get(normalize(name)) ?? '';
  }

  /** @param {string} name */
  removeSwitch(name) {
    browser.switches.delete(normalize(name));
  }
}

exports.CommandLine = CommandLine;
