'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { readImports } = require('./support/import-graph');

for (const name of ['electron-main', 'chromium-stand-in']) {
  const { circles, lazy } = readImports(path.join(__dirname, '..', '..', name));

  test(`no files of ${name} import each other in a circle`, () => assert.deepEqual(circles, []));

  test(`no file of ${name} imports another inside a function`, () => assert.deepEqual(lazy, []));
}

test('a circle and an import inside a function are found', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ipcapp-imports-'));
  try {
    fs.writeFileSync(path.join(folder, 'one.js'), "require('./two');");
    fs.writeFileSync(path.join(folder, 'two.js'), "\nexports.run = () => require('./one');");
    fs.writeFileSync(path.join(folder, 'three.js'), "require('./one');");

    const { circles, lazy } = readImports(folder);

    assert.deepEqual(circles, [['one.js', 'two.js', 'one.js']]);
    assert.deepEqual(lazy, [{ file: 'two.js', line: 2, imports: './one' }]);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
