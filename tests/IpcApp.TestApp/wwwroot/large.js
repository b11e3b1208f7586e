// Messages at a limit of 16 MiB and over it, both ways: IpcApp:Limits:MaxMessageBytes is set to it.
import { check, equal, report } from './check.js';

const { ipc } = window;
const limit = 16 << 20;
/** Room for what stands around the bytes in a message. */
const around = 100;
const outcome = (promise) => promise.then(() => 'answered', (error) => error.message);
const tooLarge = (bytes) => `Error: The message has ${bytes} bytes, more than the ${limit} that IpcApp:Limits:MaxMessageBytes allows`;

/** @param {string} text @param {number} least how many bytes it must say */
function isRefusal(text, least) {
  const bytes = Number(/has (\d+) bytes/.exec(text)?.[1]);
  equal(text.endsWith(tooLarge(bytes)), true);
  equal(bytes > least && bytes < least + around, true);
}

await check('a message just below the limit arrives whole, both ways', async () => {
  const bytes = new Uint8Array(limit - around).map((_, index) => index * 7);
  const answer = await ipc.invoke('echo:value', bytes);
  equal(answer.length, bytes.length);
  equal(answer.every((each, index) => each === bytes[index]), true);
  equal((await ipc.invoke('echo:bytes', limit - around)).length, limit - around);
});

await check('an argument over the limit is refused by the name of the limit', async () => {
  isRefusal(await outcome(ipc.invoke('echo:value', new Uint8Array(limit + 1))), limit);
  isRefusal(ipc.sendSync('message:draft', 'x'.repeat(limit + 1)).error, limit);
});

await check('an answer over the limit is refused by the name of the limit', async () => {
  equal((await outcome(ipc.invoke('echo:bytes', limit + 1))).includes('IpcApp:Limits:MaxMessageBytes'), true);
});

await check('a send over the limit is dropped, and the next is not', async () => {
  const saved = new Promise((resolve) => ipc.once('message:draft-saved', resolve));
  ipc.send('message:draft', 'x'.repeat(limit + 1));
  ipc.send('message:draft', 'short');
  equal(await saved, 5);
});

await check('calls go on', async () => equal(await ipc.invoke('echo:sum', 2, 3), 5));

await report();
close();
