// Measures in a real renderer: each C# handler against its like in electron/main.cjs.

import { WORKLOADS, createNote, inTurn, overlapping, compare } from './measure.mjs';

const { ipc } = window;

/** The page's clock moves in steps of 0.1 ms. */
const BLOCK = 10;
const OVERLAPPING_CALLS = 1000;

/** @param {{ channel: string, argument: () => unknown }} workload */
function callsOf({ channel, argument }) {
  const value = argument();
  return { handler: () => ipc.invoke(`bench:${channel}`, value), reference: () => ipc.invoke(`js:${channel}`, value) };
}

/** Answers come in another order than the calls; each has to reach its own. */
async function countWrongAnswers() {
  const answers = await Promise.allSettled(Array.from({ length: OVERLAPPING_CALLS },
    (_, id) => ipc.invoke('bench:later', createNote(id), id * 7 % 11)));
  const isOwn = ({ status, value }, id) => status === 'fulfilled' && value.id === id && value.title === createNote(id).title;
  return answers.filter((answer, id) => !isOwn(answer, id)).length;
}

const count = await ipc.invoke('run:rounds');
const wrongAnswers = await countWrongAnswers();
const { small, records, bytes } = WORKLOADS;
await inTurn(callsOf(small).handler, 1000);
await inTurn(callsOf(small).reference, 1000);
const rounds = [
  ...await compare(small.name, count, callsOf(small), (call) => inTurn(call, 100, BLOCK)),
  ...await compare(`${small.name}, 64 in flight`, count, callsOf(small), (call) => overlapping(call, 640, 64)),
  ...await compare(records.name, count, callsOf(records), (call) => inTurn(call, 20, 5)),
  ...await compare(bytes.name, count, callsOf(bytes), (call) => inTurn(call, 2)),
];
await ipc.invoke('run:report', { rounds, calls: OVERLAPPING_CALLS, wrongAnswers });
