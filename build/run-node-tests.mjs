// Runs `node --test` over the JavaScript's own tests. The files are found here, because Node.js takes a pattern without any match for a success.
// `--report FILE` also writes a JUnit report, for the build tool; `--only TEXT` takes the files whose path has the text; other arguments are
// folders to look in.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ options: { report: { type: 'string' }, only: { type: 'string' } }, allowPositionals: true });
const roots = positionals.length > 0 ? positionals : ['src/electron-main/test', 'src/chromium-stand-in/test'];
const files = roots.flatMap((root) => readdirSync(root, { recursive: true })
  .map(String).filter((name) => name.endsWith('.test.js')).map((name) => join(root, name)))
  .filter((file) => values.only === undefined || file.includes(values.only));
const reporters = values.report === undefined ? [] : [
  '--test-reporter=spec', '--test-reporter-destination=stdout',
  '--test-reporter=junit', `--test-reporter-destination=${values.report}`,
];

if (files.length === 0) {
  console.error(`no test file (*.test.js)${values.only === undefined ? '' : ` with '${values.only}' in its path`} below ${roots.join(', ')}`);
  process.exit(1);
}

process.exit(spawnSync(process.execPath, ['--test', ...reporters, ...files], { stdio: 'inherit' }).status ?? 1);
