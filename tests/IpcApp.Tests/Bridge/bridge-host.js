'use strict';

// The real host's end of the bridge, driven by what it is sent. Usage: node bridge-host.js DIRECTORY OPTIONS
// Says on its output: 'listening', then for each connection 'accepted' and 'closed KIND: MESSAGE', and 'refused MESSAGE'.

const { listen } = require('../../../src/electron-main/lib/bridge');

const KIND = Object.freeze({ echo: 1, echoUnlaned: 2, burst: 3, record: 4, report: 5, bigThenSmall: 6, close: 7, breakRules: 8, block: 9 });

const [directory = '', json = '{}'] = process.argv.slice(2);
/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** @typedef {import('../../../src/electron-main/lib/bridge/connection').Connection} Connection */

/** What one connection was asked to do. */
class Session {
  /** @type {string[]} */
  #recorded = [];

  /** @param {Connection} connection */
  constructor(connection) {
    this.connection = connection;
  }

  /** @param {number} kind @param {number} lane @param {number} id @param {Buffer} payload */
  receive(kind, lane, id, payload) {
    const { connection } = this;
    switch (kind) {
      case KIND.echoUnlaned:
        connection.send(kind, lane, id, payload, { unlaned: true });
        break;
      case KIND.burst:
        this.#burst(payload.readUInt32LE(0), payload.readUInt32LE(4));
        break;
      case KIND.record:
        this.#recorded.push(`${lane}:${id}:${payload.length}`);
        break;
      case KIND.report:
        connection.send(kind, 0, id, Buffer.from(this.#recorded.join(' ')));
        break;
      case KIND.bigThenSmall:
        connection.send(KIND.echo, 5, 1, Buffer.alloc(payload.readUInt32LE(0)));
        connection.send(KIND.echo, 6, 2, Buffer.from('small'));
        break;
      case KIND.close:
        connection.send(KIND.echo, lane, id, Buffer.alloc(payload.readUInt32LE(0)));
        connection.close();
        break;
      case KIND.breakRules:
        throw new Error('the listener failed');
      case KIND.block:
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
        break;
      default:
        connection.send(kind, lane, id, payload);
    }
  }

  /** @param {number} count @param {number} lanes */
  #burst(count, lanes) {
    for (let id = 0; id < count; id++) {
      this.connection.send(KIND.echo, id % lanes, id, Buffer.alloc(id % 300));
    }
  }
}

async function main() {
  const listener = await listen(directory, { ...JSON.parse(json), onRefused: (error) => say(`refused ${error.message}`) });
  say('listening');
  for (;;) {
    const connection = await listener.accept();
    const session = new Session(connection);
    say('accepted');
    connection.start({
      onMessage: (kind, lane, id, payload) => session.receive(kind, lane, id, payload),
      onClose: ({ kind, message }) => say(`closed ${kind}: ${message}`)
    });
    await connection.closed;
  }
}

main().catch((error) => {
  say(`failed ${error.message}`);
  process.exit(1);
});
