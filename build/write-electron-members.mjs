// Writes the names of Electron's modules and members, as the typings of the installed `electron` package declare them, for the Chromium
// host, which throws a named error for each member that it does not have. Run it after an upgrade of the package:
//   node build/write-electron-members.mjs
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { readTypings } = createRequire(import.meta.url)('../src/chromium-stand-in/test/support/read-typings.js');
const file = new URL('../src/chromium-stand-in/lib/absent/members.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(readTypings(), null, 1)}\n`);
