// Runs `node --test` over the JavaScript's own tests. Node 20 has no glob support of its own on the command line, so the files are found here.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const roots = process.argv.length > 2 ? process.argv.slice(2) : ['src/host/test', 'src/chromium-host/test'];
const files = roots.flatMap((root) => readdirSync(root, { recursive: true })
  .map(String).filter((name) => name.endsWith('.test.js')).map((name) => join(root, name)));

if (files.length === 0) {
  console.error(`no test file (*.test.js) below ${roots.join(', ')}`);
  process.exit(1);
}

process.exit(spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' }).status ?? 1);
