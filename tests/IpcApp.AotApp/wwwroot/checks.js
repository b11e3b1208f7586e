// What a real renderer sees of handlers that are native code.
const { ipc } = window;
const results = [];

// What never comes must not keep the other results from being reported.
const deadline = () => new Promise((_, reject) => setTimeout(() => reject(new Error('it did not finish')), 10_000));

async function check(name, run) {
  try {
    await Promise.race([run(), deadline()]);
    results.push({ name, ok: true, detail: '' });
  } catch (error) {
    results.push({ name, ok: false, detail: String(error?.message ?? error) });
  }
}

// Sees more than JSON does, and less than an assertion library.
const show = (value) => JSON.stringify(value, (_, part) => typeof part === 'bigint' ? `${part}n`
  : part instanceof Map ? { map: [...part] }
  : part instanceof Set ? { set: [...part] }
  : part instanceof Uint8Array ? { bytes: [...part] }
  : part);

function same(actual, expected) {
  if (show(actual) !== show(expected)) {
    throw new Error(`expected ${show(expected)}, got ${show(actual)}`);
  }
}

async function refused(promise, text) {
  const error = await promise.then(() => new Error('it was not refused'), (reason) => reason);
  if (!error.message.includes(text)) {
    throw new Error(`expected ${text}, got ${error.message}`);
  }
}

const next = (channel) => new Promise((resolve) => ipc.once(channel, (...args) => resolve(args)));
const note = { id: 1, title: 'Milk', colours: ['green', 'darkRed'] };

await check('record', async () => same(await ipc.invoke('echo:note', note), note));
await check('null for a nullable member', async () => {
  same(await ipc.invoke('echo:note', { id: 1, title: 'x' }), { id: 1, title: 'x', colours: null });
});
await check('wrong member', () => refused(
  ipc.invoke('echo:note', { id: 'x', title: 'x' }), "argument 1 ('note') at $.id: expected a whole number"));
await check('wrong enum', () => refused(ipc.invoke('echo:note', { ...note, colours: ['blue'] }), 'expected one of'));
await check('missing member', () => refused(ipc.invoke('echo:note', { id: 1 }), '$.title: expected a string, got undefined'));
await check('all kinds of members', async () => {
  const inner = {
    name: 'inner', optional: 7, big: 5n, ratio: null, at: new Date(0), bytes: new Uint8Array(), byName: {}, byNumber: new Map(),
    tags: new Set(), points: [], next: null, rest: null,
  };
  const outer = {
    ...inner, name: 'outer', optional: 8, big: 2n ** 60n, ratio: 0.5, bytes: new Uint8Array([1, 2]), byName: { n: note },
    tags: new Set(['a']), byNumber: new Map([[3, { x: 1, y: -2 }]]), points: [{ x: 5, y: 6 }], next: inner, rest: { any: [1n, 'x'] },
  };
  same(await ipc.invoke('echo:everything', outer), outer);
  same(await ipc.invoke('echo:everything', { name: 'inner', big: 5, at: new Date(0), rest: null }), inner);
});
await check('a list with null in it', async () => same(await ipc.invoke('echo:list', [note, null]), [note, null]));
await check('null in a list that is declared without', async () => {
  same(await ipc.invoke('echo:names', [['a'], ['b']]), 2);
  await refused(ipc.invoke('echo:names', [['a'], ['b', null]]), "argument 1 ('names') at $[1][1]: expected a string, got null");
});
await check('one object twice', async () => {
  const [first, second] = await ipc.invoke('echo:list', [note, note]);
  same(first === second, true);
});
await check('an optional argument', async () => same(await ipc.invoke('echo:list', [note, note], 1), [note]));
await check('all other arguments', async () => same(await ipc.invoke('echo:rest', 1, 2, 3), 6));
await check('polymorphism by a JSON context', async () => {
  const circle = { $type: 'circle', radius: 2.5, id: 1 };
  const answer = await ipc.invoke('echo:shape', circle);
  same([answer.$type, answer.radius, answer.id], ['circle', 2.5, 1]);
});
await check('enums within JSON', async () => {
  const circle = { $type: 'circle', id: 1, radius: 2.5, fill: 'lightBlue', edge: 'Dotted' };
  const answer = await ipc.invoke('echo:shape', circle);
  same([answer.fill, answer.edge], ['lightBlue', 'Dotted']);
  for (const wrong of [{ fill: 'LightBlue' }, { fill: ' none' }, { fill: 'none, lightBlue' }, { fill: 9 }, { edge: 'dotted' }, { edge: 'Solid, Dotted' }]) {
    await refused(ipc.invoke('echo:shape', { ...circle, ...wrong }), `at $.${Object.keys(wrong)[0]}`);
  }
});
await check('tuples within JSON are refused', async () => {
  await refused(ipc.invoke('echo:path', { $type: 'line', id: 1, end: [2, 3] }), "argument 1 ('path')");
  await refused(ipc.invoke('echo:line'), 'An object could not be cloned.');
});
await check('a type behind object', async () => same(await ipc.invoke('echo:hidden', 'x'), { text: 'x' }));
await check('a type without a codec', () => refused(ipc.invoke('echo:forgotten', 'x'), 'An object could not be cloned.'));
await check('progress', async () => {
  const report = next('echo:progress:progress');
  same(await ipc.invoke('echo:progress'), 'done');
  same(await report, [{ x: 1, y: 2 }]);
});
await check('a typed listener and its reply', async () => {
  const reply = next('on:typed');
  ipc.send('on:typed', note);
  same(await reply, [{ ...note, id: 2 }]);
});
await check('a typed handler', async () => same(await ipc.invoke('handle:typed', 4), { id: 4, title: 'typed', colours: null }));
await check('a synchronous answer', () => same(ipc.sendSync('sync'), { id: 9, title: 'sync', colours: ['darkRed'] }));

await ipc.invoke('report:results', results);
