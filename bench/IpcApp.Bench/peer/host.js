'use strict';

// Takes the place of Electron: .NET starts it and connects to it, but no window and no Chromium is between the caller and the handler.

const { listen } = require('../../../src/electron-main/lib/bridge');
const { startEcho } = require('./echo');
const { MeasuredApp } = require('./measured-app');

const WARM_UP_CALLS = 20_000;
const USAGE_CALLS = 5_000;

/** What one call costs the process of the handlers. @param {MeasuredApp} app @param {() => Promise<unknown>} call */
async function usagePerCall(app, call) {
  const before = await app.invoke('run:usage');
  for (let i = 0; i < USAGE_CALLS; i++) {
    await call();
  }
  const after = await app.invoke('run:usage');
  return {
    allocatedBytes: (after.allocatedBytes - before.allocatedBytes) / USAGE_CALLS,
    cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / USAGE_CALLS,
  };
}

async function main() {
  const listener = await listen(/** @type {string} */ (process.env.IPCAPP_DIR));
  const app = await MeasuredApp.start(await listener.accept(), (code) => process.exit(code));
  const echo = await startEcho();
  const { WORKLOADS: { small, records, bytes }, inTurn, overlapping, compare } = await import('../wwwroot/measure.mjs');
  const note = small.argument();
  await app.check('bench:small', note, { .../** @type {object} */ (note), done: true });
  await app.check('bench:records', records.argument(), records.argument());
  await app.check('bench:bytes', bytes.argument(), bytes.argument());

  /** @param {{ channel: string, argument: () => unknown }} workload */
  const callsOf = ({ channel, argument }) => {
    const payload = app.payloadOf(`bench:${channel}`, argument());
    return { handler: () => app.call(payload), reference: () => echo(payload) };
  };
  const count = await app.invoke('run:rounds');
  await inTurn(callsOf(small).handler, WARM_UP_CALLS);
  await inTurn(callsOf(small).reference, WARM_UP_CALLS);
  const rounds = [
    ...await compare(small.name, count, callsOf(small), (call) => inTurn(call, 2000)),
    ...await compare(`${small.name}, 64 in flight`, count, callsOf(small), (call) => overlapping(call, 10_000, 64)),
    ...await compare(records.name, count, callsOf(records), (call) => inTurn(call, 500)),
    ...await compare(bytes.name, count, callsOf(bytes), (call) => inTurn(call, 30)),
  ];
  const smallCall = await usagePerCall(app, callsOf(small).handler);
  await app.invoke('run:report', { rounds, calls: 0, wrongAnswers: 0, smallCall });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
