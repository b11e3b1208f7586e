'use strict';

// Takes the place of Electron behind a real IpcApplication: values go over the real bridge, encoded by Electron's own code, as if a page
// had sent them. The app chooses by IPCAPP_VALUES_TASK what is done; results go to the app's own channel 'report'.

const { createHash } = require('node:crypto');
const { listen } = require('../../../src/electron-main/lib/bridge');
const { KIND, writeCall, writeJson, readReply, readEmit } = require('../../../src/electron-main/lib/messages');

const FRAME = 1;
const SNAPSHOT = {
  contents: 1, processId: 1, frameId: 1, treeNode: 1, token: '', url: 'app://local/', origin: 'app://local', name: '', isMainFrame: true,
  detached: false, parents: [],
};

/** One page, as .NET sees it. */
class Page {
  #connection;
  #channels = new Map();
  #calls = new Map();
  #lastCall = 0;
  /** What .NET has sent, by channel. */
  emitted = new Map();

  constructor(connection) {
    this.#connection = connection;
    this.ready = new Promise((resolve) => { this.opened = resolve; });
    connection.start({ onMessage: (...message) => this.#receive(...message), onClose: () => process.exit(0) });
    connection.send(KIND.control, 0, 0, writeJson({ type: 'contents-created', contents: 1, treeNode: 1, window: 'main', kind: 'window' }));
    connection.send(KIND.frame, FRAME, 0, writeJson(SNAPSHOT));
  }

  #receive(kind, _lane, id, payload) {
    if (kind === KIND.reply) {
      const reply = readReply(payload);
      const { resolve, reject } = this.#calls.get(id);
      reply.failed ? reject(new Error(reply.text)) : resolve(reply.value);
    } else if (kind === KIND.emit) {
      const { channel, args } = readEmit(payload);
      this.emitted.set(channel, args);
    } else if (kind === KIND.control) {
      const message = JSON.parse(payload.toString());
      if (message.type === 'bind') this.#channels.set(message.channel, message.number);
      if (message.type === 'window') this.opened();
      if (message.type === 'quit') process.exit(message.code);
    }
  }

  #send(kind, channel, id, args) {
    const result = this.#connection.send(kind, FRAME, id, writeCall(this.#channels.get(channel), args));
    if (result !== 'queued') throw new Error(`The bridge says ${result}.`);
  }

  send(channel, ...args) {
    this.#send(KIND.send, channel, 0, args);
  }

  invoke(channel, ...args) {
    const id = ++this.#lastCall;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#send(KIND.invoke, channel, id, args);
    });
  }
}

const sha = (value) => createHash('sha256').update(typeof value === 'string' ? Buffer.from(value, 'utf16le') : value).digest('hex');

const MAKERS = {
  bytes: (size) => new Uint8Array(Buffer.alloc(size + 8, 'values')).subarray(8),
  latin1: (size) => '\u00e9'.repeat(size),
  twoByte: (size) => '\u20ac'.repeat(Math.floor(size / 2)),
};

const tasks = {
  /** Each value goes there and back, and to the page by a send: by what the answer differs, or nothing. */
  async echo(page, sizes) {
    for (const size of sizes) {
      for (const [kind, make] of Object.entries(MAKERS)) {
        const value = make(size);
        const back = await page.invoke('echo', value);
        if (back.length !== value.length || sha(back) !== sha(value)) throw new Error(`${kind} of ${size} came back otherwise`);
        if (ArrayBuffer.isView(back) && back.buffer.byteLength !== size) throw new Error(`${back.buffer.byteLength} for ${size} bytes`);
        const [sent] = page.emitted.get('sent');
        if (sha(sent) !== sha(value)) throw new Error(`${kind} of ${size} was sent otherwise`);
      }
    }
    return 'same';
  },

  /** How each size of answer ends, and whether it was sent. */
  async limit(page, sizes) {
    const ends = [];
    for (const size of sizes) {
      page.emitted.clear();
      const end = await page.invoke('make', size).then((bytes) => `${bytes.length} bytes`, (error) => error.message);
      ends.push(`${end}${page.emitted.has('sent') ? ', sent' : ''}`);
    }
    return ends;
  },
};

async function main() {
  const listener = await listen(process.env.IPCAPP_DIR);
  const page = new Page(await listener.accept());
  await page.ready;
  const [task, sizes] = JSON.parse(process.env.IPCAPP_VALUES_TASK);
  const result = await tasks[task](page, sizes).catch((error) => error.stack);
  page.send('report', result);
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
