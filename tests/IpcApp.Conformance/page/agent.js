'use strict';

/**
 * Carries out the steps of a scenario in a page, and keeps what the page got. Runs in the page, as text: in the preload's world on
 * `ipcRenderer`, in the page's own on `window.ipc`.
 * @param {object} ipc
 * @param {{ encode: (value: unknown) => object, decode: (json: object) => unknown }} codec
 */
function createAgent(ipc, codec) {
  const isPlain = ipc === globalThis.ipcRenderer;
  const calls = new Map();
  const channels = new Map();
  const ports = new Map();
  const errors = [];
  let last = 0;

  const describe = (error) => ({
    name: String(error?.name), message: String(error?.message), type: error?.constructor?.name ?? typeof error,
  });
  const keepPort = (port) => {
    const id = ++last;
    const kept = { port, messages: createQueue(), closed: Promise.withResolvers() };
    port.addEventListener('message', (event) => kept.messages.add({ data: codec.encode(event.data), ports: event.ports.map(keepPort) }));
    port.addEventListener('close', () => kept.closed.resolve(true));
    ports.set(id, kept);
    return id;
  };

  /** What has arrived, in order, for whoever asks first. */
  function createQueue() {
    const arrived = [];
    const waiting = [];
    return {
      add: (item) => (waiting.length > 0 ? waiting.shift()(item) : arrived.push(item)),
      next: () => (arrived.length > 0 ? Promise.resolve(arrived.shift()) : new Promise((resolve) => waiting.push(resolve))),
      count: () => arrived.length,
    };
  }

  function queueOf(channel) {
    if (!channels.has(channel)) channels.set(channel, { queue: createQueue(), listener: null });
    return channels.get(channel);
  }

  function listen(channel) {
    const entry = queueOf(channel);
    if (entry.listener !== null) return;
    entry.listener = isPlain
      ? (event, ...args) => entry.queue.add({ args: codec.encode(args), ports: event.ports.map(keepPort) })
      : (...args) => entry.queue.add({ args: codec.encode(args), ports: [] });
    ipc.on(channel, entry.listener);
  }

  function unlisten(channel) {
    const entry = queueOf(channel);
    ipc.off(channel, entry.listener);
    entry.listener = null;
  }

  // window.ipc hands ports over in a message of their own, beside the listener's call.
  if (!isPlain) {
    addEventListener('message', ({ data, source, ports: given }) => {
      if (source === window && data?.type === 'ipcapp:port') {
        queueOf(`ports of ${data.channel}`).queue.add({ args: codec.encode([data.message]), ports: [...given].map(keepPort) });
      }
    });
  }
  if (globalThis.early) {
    const take = (args) => queueOf('conformance:early').queue.add({ args: codec.encode(args), ports: [] });
    globalThis.early.forEach(take);
    globalThis.early = { push: take }; // what comes later is taken, too
  }
  addEventListener('error', (event) => errors.push(event.message));

  /** @param {unknown[]} transfer the third argument, if there is one */
  function post(channel, message, transfer) {
    return isPlain || transfer.length === 0
      ? ipc.postMessage(channel, message, ...transfer)
      : window.postMessage({ type: 'ipcapp:post', channel, message }, '*', ...transfer);
  }

  const portsOf = (ids) => ids.map((id) => ports.get(id).port);
  const transferOf = ({ ports: ids, value }) => {
    if (ids !== undefined) return [portsOf(ids)];
    return value === undefined ? [] : [codec.decode(value)];
  };

  /** @returns {unknown} what the step returned */
  function carryOut({ op, channel, args, transfer }) {
    switch (op) {
      case 'send': return ipc.send(channel, ...args);
      case 'sendSync': return ipc.sendSync(channel, ...args);
      case 'postMessage': return post(channel, args[0], transfer);
      case 'listen': return listen(channel);
      case 'unlisten': return unlisten(channel);
      default: throw new Error(`Unknown step ${op}`);
    }
  }

  function step(each) {
    try {
      if (each.op !== 'invoke') {
        return { value: codec.encode(carryOut(each)) };
      }
      const id = ++last;
      calls.set(id, ipc.invoke(each.channel, ...each.args).then(
        (value) => ({ value: codec.encode(value) }),
        (error) => ({ error: describe(error) }),
      ));
      return { call: id };
    } catch (error) {
      return { error: describe(error) };
    }
  }

  /** All calls of a plan: in small batches, so that answers and other frames come in between. */
  async function load({ channel, from, kinds }) {
    const wrong = [];
    const pending = [];
    let answers = 0;
    const check = (sent, got) => {
      if (JSON.stringify(sent) === JSON.stringify(got)) answers++;
      else if (wrong.length < 5) wrong.push(`${JSON.stringify(got)} answered ${JSON.stringify(sent)}`);
    };
    for (let index = 0; index < kinds.length; index++) {
      const message = [from, index, `${from}/${index}/${'x'.repeat(index % 97)}`];
      switch (kinds[index]) {
        case 'i':
          pending.push(ipc.invoke(channel, message).then((answer) => check(message, answer), (error) => check(message, String(error))));
          break;
        case 's': ipc.send(channel, message); break;
        case 'p': ipc.postMessage(channel, message); break;
        default: check(message, ipc.sendSync(channel, message));
      }
      if (index % 16 === 15) await new Promise((resolve) => setTimeout(resolve));
    }
    await Promise.all(pending);
    return JSON.stringify({ answers, wrong });
  }

  return {
    load,
    /** All steps in one task, one right after the other. @param {string} json */
    run(json) {
      const steps = JSON.parse(json).map((each) => ({
        ...each,
        channel: codec.decode(each.channel),
        args: codec.decode(each.args),
        transfer: transferOf(each.transfer),
      }));
      return JSON.stringify(steps.map(step));
    },
    outcome: async (id) => JSON.stringify(await calls.get(id)),
    next: async (channel) => JSON.stringify(await queueOf(channel).queue.next()),
    waitingCount: (channel) => queueOf(channel).queue.count(),
    createChannel() {
      const { port1, port2 } = new MessageChannel();
      return JSON.stringify([keepPort(port1), keepPort(port2)]);
    },
    portPost: (id, message, transferred) => ports.get(id).port.postMessage(codec.decode(message), portsOf(transferred)),
    portStart: (id) => ports.get(id).port.start(),
    portClose: (id) => ports.get(id).port.close(),
    portNext: async (id) => JSON.stringify(await ports.get(id).messages.next()),
    portClosed: (id) => ports.get(id).closed.promise,
    errors: () => JSON.stringify(errors),
  };
}
