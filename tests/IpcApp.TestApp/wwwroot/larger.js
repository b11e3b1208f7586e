// A message that is allowed by default and larger than one command of the DevTools protocol may be, on whose pipe the Chromium host depends.
import { check, equal, report } from './check.js';

const { ipc } = window;

await check('an answer of 85,000,000 bytes arrives, and other calls go on meanwhile', async () => {
  const large = ipc.invoke('echo:bytes', 85_000_000);
  equal(await ipc.invoke('echo:sum', 2, 3), 5);
  const bytes = await large;
  equal(bytes.length, 85_000_000);
  equal(bytes[84_999_999], 84_999_999 & 0xff);
});

await report();
close();
