// What pages of checks share: each check has a name that the C# test shows; the results go back by IPC.
const results = [];

export async function check(name, run) {
  try {
    await run();
    results.push({ name, ok: true, detail: '' });
  } catch (error) {
    results.push({ name, ok: false, detail: String(error?.message ?? error) });
  }
}

export function equal(actual, expected) {
  if (!Object.is(actual, expected)) {
    throw new Error(`expected ${String(expected)}, got ${String(actual)}`);
  }
}

/** Adds an iframe and waits for the first message from it. */
export function frame(attributes) {
  return new Promise((resolve) => {
    const element = Object.assign(document.createElement('iframe'), attributes);
    addEventListener('message', function listen(event) {
      if (event.source === element.contentWindow) {
        removeEventListener('message', listen);
        element.remove();
        resolve(event.data);
      }
    });
    document.documentElement.append(element);
  });
}

export function report() {
  return window.ipc.invoke('checks:report', results);
}
