'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { isVerification, verificationEnvironment } = require('../../lib/start/verification');

/** @param {Record<string, string>} switches */
const commandLine = (switches) => ({
  hasSwitch: (/** @type {string} */ name) => name in switches,
  getSwitchValue: (/** @type {string} */ name) => switches[name] ?? '',
});

test('without the switch nothing is different', () => {
  assert.ok(!isVerification(commandLine({ 'ipcapp-verifying': '5' })));
  assert.deepEqual(verificationEnvironment(commandLine({})), {});
});

test('the switch says for how long, within reason', () => {
  const secondsOf = (/** @type {string} */ value) => verificationEnvironment(commandLine({ 'ipcapp-verify': value }))['IPCAPP_VERIFY'];
  assert.ok(isVerification(commandLine({ 'ipcapp-verify': '' })));
  assert.equal(secondsOf('5'), '5');
  assert.equal(secondsOf('3600'), '3600');
  for (const value of ['', '-1', '1.5', 'soon', '99999', '1\n2']) {
    assert.equal(secondsOf(value), '30');
  }
});
