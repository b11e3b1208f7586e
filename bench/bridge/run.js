'use strict';

// Round trips over the bridge, Node to .NET against Node to Node over the same framing, in interleaved rounds.
// Run: node bench/bridge/run.js [rounds]

const { spawn, execFileSync } = require('node:child_process');
const path = require('node:path');
const { listen, createDirectory, removeDirectory } = require('../../src/electron-main/lib/bridge');

const MiB = 1024 * 1024;
const ECHO_PROJECT = path.join(__dirname, '..', 'IpcApp.BridgeEcho');
const PEERS = Object.freeze({
  node: [process.execPath, path.join(__dirname, 'node-echo.js')],
  dotnet: ['dotnet', path.join(ECHO_PROJECT, 'bin', 'Release', 'net10.0', 'IpcApp.BridgeEcho.dll')]
});

/** @typedef {{ name: string, bytes: number, count: number, inFlight: number, unit: 'µs' | 'k/s' }} Workload */
/** @type {Workload[]} */
const WORKLOADS = [
  { name: '100 bytes', bytes: 100, count: 5000, inFlight: 1, unit: 'µs' },
  { name: '10 KiB', bytes: 10 * 1024, count: 2000, inFlight: 1, unit: 'µs' },
  { name: '1 MiB', bytes: MiB, count: 100, inFlight: 1, unit: 'µs' },
  { name: '64 MiB', bytes: 64 * MiB, count: 3, inFlight: 1, unit: 'µs' },
  { name: '100 bytes, 64 in flight', bytes: 100, count: 60_000, inFlight: 64, unit: 'k/s' }
];

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** A connection of which every answer goes to the caller of the moment. */
class Caller {
  onAnswer = () => {};

  /** @param {import('../../src/electron-main/lib/bridge/connection').Connection} connection */
  constructor(connection) {
    this.connection = connection;
    connection.start({ onMessage: () => this.onAnswer(), onClose: () => {} });
  }

  /** The median round trip in µs, or thousands a second if several are in flight. @param {Workload} workload @returns {Promise<number>} */
  run({ bytes, count, inFlight }) {
    const payload = Buffer.alloc(bytes, 1);
    /** @type {number[]} */
    const times = [];
    const began = performance.now();
    let sent = 0;
    let answered = 0;
    let at = began;
    return new Promise((resolve) => {
      const send = () => {
        at = performance.now();
        this.connection.send(1, 7, sent++, payload);
      };
      this.onAnswer = () => {
        times.push((performance.now() - at) * 1000);
        if (++answered === count) {
          resolve(inFlight === 1 ? median(times) : count / (performance.now() - began));
        } else if (sent < count) {
          send();
        }
      };
      for (let i = 0; i < inFlight; i++) {
        send();
      }
    });
  }
}

/** @param {keyof typeof PEERS} name */
async function measure(name) {
  const directory = createDirectory();
  const listener = await listen(directory);
  const [command = '', ...args] = PEERS[name];
  const child = spawn(command, [...args, directory], { stdio: 'inherit' });
  try {
    const caller = new Caller(await listener.accept());
    /** @type {number[]} */
    const results = [];
    for (const workload of WORKLOADS) {
      await caller.run({ ...workload, count: Math.max(2, workload.count / 2) });
      results.push(await caller.run(workload));
    }
    await caller.connection.close();
    return results;
  } finally {
    listener.close();
    child.kill();
    removeDirectory(directory);
  }
}

async function main() {
  const rounds = Number(process.argv[2] ?? 7);
  execFileSync('dotnet', ['build', '-c', 'Release', '--nologo', ECHO_PROJECT], { stdio: ['ignore', 'ignore', 'inherit'] });
  /** @type {Record<keyof typeof PEERS, number[][]>} */
  const results = { node: [], dotnet: [] };
  for (let round = 0; round < rounds; round++) {
    results.node.push(await measure('node'));
    results.dotnet.push(await measure('dotnet'));
  }
  console.log(`medians of ${rounds} interleaved rounds | Node to Node | Node to .NET | times as long`);
  WORKLOADS.forEach(({ name, unit }, index) => {
    const node = median(results.node.map((round) => round[index] ?? NaN));
    const dotnet = median(results.dotnet.map((round) => round[index] ?? NaN));
    const ratio = unit === 'µs' ? dotnet / node : node / dotnet;
    console.log(`${name} | ${node.toFixed(1)} ${unit} | ${dotnet.toFixed(1)} ${unit} | ${ratio.toFixed(2)}`);
  });
}

main();
