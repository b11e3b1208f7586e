'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { Readiness } = require('../../lib/pages/readiness');

test('who asks before is told when it is time, who asks later at once', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const readiness = new Readiness(1000);
  const early = [readiness.wait(), readiness.wait()];
  readiness.open();
  assert.deepEqual(await Promise.all(early), [true, true]);
  assert.equal(await readiness.wait(), true);
  t.mock.timers.tick(5000);
  assert.equal(await readiness.wait(), true);
});

test('one deadline is for all, and a late .NET is welcome', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const readiness = new Readiness(1000);
  t.mock.timers.tick(5000); // nobody waits yet
  const first = readiness.wait();
  t.mock.timers.tick(600);
  const second = readiness.wait();
  t.mock.timers.tick(400);
  assert.deepEqual(await Promise.all([first, second]), [false, false]);
  assert.equal(await readiness.wait(), false);
  readiness.open();
  assert.equal(await readiness.wait(), true);
});

test('a .NET that has connected takes as long as its services need', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const readiness = new Readiness(1000);
  const early = readiness.wait();
  readiness.expect();
  t.mock.timers.tick(5000);
  const late = readiness.wait();
  t.mock.timers.tick(5000);
  readiness.open();
  assert.deepEqual(await Promise.all([early, late]), [true, true]);
});

test('a .NET that is gone before it said everything is not waited for', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const readiness = new Readiness(1000);
  readiness.expect();
  const waiting = readiness.wait();
  readiness.lose();
  assert.equal(await waiting, false);
  assert.equal(await readiness.wait(), false);
});
