'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { useHost, open, run } = require('./support/host');
const { keyOf } = require('../lib/input/keys');

useHost();

const page = `<!doctype html><body style="margin:0"><input id="input"><div style="height:5000px">tall</div><script>
  const log = [];
  for (const type of ['keydown', 'keypress', 'keyup'])
    input.addEventListener(type, (e) => log.push([type, e.key, e.code, e.keyCode, e.shiftKey]));
  for (const type of ['mousedown', 'mouseup', 'click', 'auxclick'])
    document.addEventListener(type, (e) => log.push([type, e.button, e.clientX, e.clientY, e.detail, e.ctrlKey]));
  document.addEventListener('wheel', (e) => log.push(['wheel', e.deltaY]));
  const seen = (type) => new Promise((resolve) => addEventListener(type, resolve, { once: true }));
  input.focus();
</script>`;

/** @param {any} webContents @param {string} keyCode @param {string[]} [modifiers] */
function press(webContents, keyCode, modifiers) {
  for (const type of ['keyDown', 'char', 'keyUp']) webContents.sendInputEvent({ type, keyCode, modifiers });
}

test('keys reach the page as those of a keyboard', async () => {
  const { webContents } = await open(page);
  const over = run(webContents, `new Promise((resolve) => input.addEventListener('keyup', (e) => e.key === 'Backspace' && resolve()))`);
  await run(webContents, '1'); // the listener is there
  press(webContents, 'a');
  press(webContents, '!');
  webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Left' });
  webContents.sendInputEvent({ type: 'keyUp', keyCode: 'Left' });
  webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Backspace' });
  webContents.sendInputEvent({ type: 'keyUp', keyCode: 'Backspace' });
  await over;
  assert.deepEqual(await run(webContents, 'log'), [
    ['keydown', 'a', 'KeyA', 65, false],
    ['keypress', 'a', 'KeyA', 97, false],
    ['keyup', 'a', 'KeyA', 65, false],
    ['keydown', '!', 'Digit1', 49, true],
    ['keypress', '!', 'Digit1', 33, true],
    ['keyup', '!', 'Digit1', 49, true],
    ['keydown', 'ArrowLeft', 'ArrowLeft', 37, false],
    ['keyup', 'ArrowLeft', 'ArrowLeft', 37, false],
    ['keydown', 'Backspace', 'Backspace', 8, false],
    ['keyup', 'Backspace', 'Backspace', 8, false],
  ]);
  assert.equal(await run(webContents, 'input.value'), '!');
});

test('the app hears of keys first, and may keep them', async () => {
  const { webContents } = await open(page);
  /** @type {string[]} */
  const heard = [];
  webContents.on('before-input-event', (event, { type, key, control }) => {
    heard.push(`${type} ${key} ${control}`);
    if (key === 'x') event.preventDefault();
  });
  const over = run(webContents, `new Promise((resolve) => input.addEventListener('keyup', (e) => e.key === 'y' && resolve()))`);
  await run(webContents, '1');
  press(webContents, 'x', ['control']);
  press(webContents, 'y');
  await over;
  assert.deepEqual(heard, ['keyDown x true', 'keyUp x true', 'keyDown y false', 'keyUp y false']);
  assert.equal(await run(webContents, 'input.value'), 'y');
});

test('the mouse clicks and scrolls', async () => {
  const { webContents } = await open(page);
  const over = run(webContents, `seen('wheel')`);
  await run(webContents, '1');
  for (const button of /** @type {const} */ (['left', 'right'])) {
    for (const type of /** @type {const} */ (['mouseDown', 'mouseUp'])) {
      webContents.sendInputEvent({ type, x: 30, y: 90, button, clickCount: 1, modifiers: ['control'] });
    }
  }
  webContents.sendInputEvent({ type: 'mouseWheel', x: 30, y: 90, deltaX: 0, deltaY: -100 });
  await over;
  /** @type {any[][]} */
  const log = await run(webContents, 'log');
  assert.deepEqual(log.filter(([type]) => type === 'click'), [['click', 0, 30, 90, 1, true]]);
  assert.deepEqual(log.filter(([, button]) => button === 2).map(([type]) => type), ['mousedown', 'mouseup', 'auxclick']);
  assert.deepEqual(log.at(-1), ['wheel', 100]);
});

test('what is no such event is refused', async () => {
  const { webContents } = await open(page);
  /** @type {any[]} */
  const bad = [undefined, {}, { type: 'touchStart' }, { type: 'mouseDown' }, { type: 'keyDown' }, { type: 'keyDown', keyCode: 1 }];
  for (const event of bad) assert.throws(() => webContents.sendInputEvent(event), { message: 'Invalid event object' });
  const absent = /^webContents\.sendInputEvent with type 'mouseLeave' is not on the Chromium host\./;
  assert.throws(() => webContents.sendInputEvent({ type: 'mouseLeave', x: 1, y: 1 }), { message: absent });
});

test('key codes are characters of a US keyboard, or names', () => {
  const told = (/** @type {string} */ code, shift = false) => Object.values(keyOf(code, shift)).join();
  assert.deepEqual(
    [told('b'), told('B', true), told('?'), told('Plus'), told('Return'), told('F5'), told('num7'), told('é')],
    ['KeyB,b,66,b,false', 'KeyB,B,66,B,true', 'Slash,?,191,?,true', 'Equal,+,187,+,true', 'Enter,Enter,13,\r,false', 'F5,F5,116,F5,false',
      'Numpad7,7,103,7,false', ',,0,é,false'],
  );
});
