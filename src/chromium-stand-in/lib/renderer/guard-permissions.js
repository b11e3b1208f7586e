'use strict';

/**
 * Has the main process decide before the page asks its browser, which then acts on that decision. Runs in the page, as text.
 * @param {(question: 'request' | 'check', permission: string, details?: object) => Promise<unknown>} decide resolves when the browser knows
 */
module.exports = function guardPermissions(decide) {
  const call = Reflect.apply;

  /** @typedef {{ question: 'request' | 'check', permission: string, details?: object }} Question */

  /**
   * @param {any} owner absent where this browser, or a page without a secure context, has no such thing
   * @param {string} name
   * @param {(...args: any[]) => Question | null} questionOf null: nothing to decide
   */
  function guard(owner, name, questionOf) {
    const original = owner?.[name];
    if (!original) return;
    owner[name] = {
      async [name](/** @type {any[]} */ ...args) {
        const asked = questionOf(...args);
        if (asked) await decide(asked.question, asked.permission, asked.details);
        return call(original, this, args);
      },
    }[name];
  }

  /** @param {any} owner @param {string[]} names @param {'request' | 'check'} question @param {string} permission */
  function guardAll(owner, names, question, permission) {
    for (const name of names) guard(owner, name, () => ({ question, permission }));
  }

  const scope = /** @type {any} */ (window);
  const prototypeOf = (/** @type {string} */ name) => scope[name]?.prototype;
  guardAll(scope.Notification, ['requestPermission'], 'request', 'notifications');
  guardAll(prototypeOf('Geolocation'), ['getCurrentPosition', 'watchPosition'], 'request', 'geolocation');
  guardAll(prototypeOf('Clipboard'), ['read', 'readText'], 'request', 'clipboard-read');
  guardAll(prototypeOf('Clipboard'), ['write', 'writeText'], 'request', 'clipboard-sanitized-write');
  guardAll(prototypeOf('MediaDevices'), ['getDisplayMedia'], 'request', 'display-capture');
  guardAll(prototypeOf('HID'), ['requestDevice', 'getDevices'], 'check', 'hid');
  guardAll(prototypeOf('USB'), ['requestDevice', 'getDevices'], 'check', 'usb');
  guardAll(prototypeOf('Serial'), ['requestPort', 'getPorts'], 'check', 'serial');
  guard(Navigator.prototype, 'requestMIDIAccess', (options) => ({
    question: 'request',
    permission: options?.sysex ? 'midiSysex' : 'midi',
  }));
  guard(prototypeOf('MediaDevices'), 'getUserMedia', (constraints) => {
    const mediaTypes = ['video', 'audio'].filter((type) => constraints?.[type]);
    return { question: 'request', permission: 'media', details: { mediaTypes } };
  });
  guard(prototypeOf('Permissions'), 'query', (descriptor) => {
    const name = descriptor?.name;
    const media = { camera: 'video', microphone: 'audio' }[/** @type {string} */ (name)];
    if (typeof name !== 'string') return null;
    return { question: 'check', permission: media ? 'media' : name, ...(media ? { details: { mediaType: media } } : {}) };
  });
};
