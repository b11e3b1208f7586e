'use strict';

// V8's own bytes of the expressions in cloneable.txt, as an installed Chromium writes them. Each value is stored with IndexedDB, whose
// LevelDB log holds the stream behind a short envelope of Blink's.
//
//   node chromium-streams.js check    compares them with chromium-v16-table.txt
//   node chromium-streams.js write    makes that file anew

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const browser = path.join(__dirname, '../../../../src/chromium-stand-in/lib');
const { Connection } = require(path.join(browser, 'cdp/connection'));
const { locateBrowser } = require(path.join(browser, 'browser/locate'));
const { readLog } = require('./leveldb-log.js');

const EXPRESSIONS = path.join(__dirname, 'cloneable.txt');
const STREAMS = path.join(__dirname, 'chromium-v16-table.txt');
const NOTE = `# V8 streams of format version 16 that a Chromium wrote, a line each: the bytes, and the expression that made the value,
# evaluated with Error.stackTraceLimit = 0. chromium-streams.js makes this file, and compares it with what a Chromium at hand writes.`;
/** How IndexedDB begins the key of a record of the first store of the first database whose own key is a number. */
const NUMBER_KEY = '0001010103';
/** IndexedDB's number of the write, then Blink's version, the place and the size of a trailer that there is not, and V8's stream. */
const STREAM = /^(?:[89a-f].)*..ff..fe0{24}(ff10.*)$/;

/** Runs in the page: each value gets its place in the table as its key. */
async function store(expressions) {
  Error.stackTraceLimit = 0;
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('values');
    opening.onupgradeneeded = () => opening.result.createObjectStore('values');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const transaction = database.transaction('values', 'readwrite', { durability: 'strict' });
  expressions.forEach((expression, index) => transaction.objectStore('values').put((0, eval)(`(${expression})`), index));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}

/** A page whose document has loaded: the one before it has no storage. */
async function openPage(connection, url) {
  const { targetId } = await connection.root.send('Target.createTarget', { url: 'about:blank' });
  const attached = once(connection, 'attached');
  await connection.root.send('Target.attachToTarget', { targetId, flatten: true });
  const [session] = await attached;
  await session.send('Page.enable');
  const loaded = once(session, 'Page.loadEventFired');
  await session.send('Page.navigate', { url });
  await loaded;
  return session;
}

async function storeInChromium(profile, page, expressions) {
  const found = locateBrowser();
  if ('missing' in found) throw new Error(found.missing);
  const flags = ['--remote-debugging-pipe', '--headless=new', '--disable-gpu', '--no-first-run', '--disable-dev-shm-usage',
    `--user-data-dir=${profile}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const child = spawn(found.path, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const connection = new Connection(child.stdio[3], child.stdio[4]);
  try {
    const session = await openPage(connection, `file://${page}`);
    const expression = `(${store})(${JSON.stringify(expressions)})`;
    const { exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    await connection.send(undefined, 'Browser.close');
    await exited;
  } finally {
    child.kill('SIGKILL');
  }
}

/** @param {Buffer} value @returns {string} */
function streamOf(value) {
  const [, stream] = STREAM.exec(value.toString('hex')) ?? [];
  if (stream !== undefined) return stream;
  throw new Error(`This Chromium stores values in another form: ${value.toString('hex').slice(0, 60)}`);
}

/** @param {string[]} expressions @returns {Promise<string[]>} the stream of each, in hexadecimal digits */
async function make(expressions) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ipcapp-streams-'));
  try {
    const page = path.join(folder, 'page.html');
    fs.writeFileSync(page, '');
    await storeInChromium(path.join(folder, 'profile'), page, expressions);
    const database = path.join(folder, 'profile/Default/IndexedDB/file__0.indexeddb.leveldb');
    return readLog(database).filter(({ key }) => key.toString('hex').startsWith(NUMBER_KEY)).map(({ value }) => streamOf(value));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 40 });
  }
}

/** @returns {Promise<string[]>} */
async function makeFile() {
  const expressions = fs.readFileSync(EXPRESSIONS, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const streams = await make(expressions);
  return [...NOTE.split('\n'), ...streams.map((stream, index) => `${stream} ${expressions[index]}`), ''];
}

async function check() {
  const committed = fs.readFileSync(STREAMS, 'utf8').split('\n');
  const made = await makeFile();
  const differing = made.filter((line, index) => line !== committed[index]);
  if (differing.length > 0) throw new Error(`This Chromium writes otherwise:\n${differing.join('\n')}`);
  console.log('This Chromium writes the same streams.');
}

const actions = { check, write: async () => fs.writeFileSync(STREAMS, (await makeFile()).join('\n')) };
const action = actions[process.argv[2]] ?? (async () => { throw new Error("Say 'check' or 'write'."); });
action().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
