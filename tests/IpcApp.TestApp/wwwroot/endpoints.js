// What a real renderer gets from the test app's endpoints.
import { check, equal, frame, report } from './check.js';

const own = { 'X-IpcApp': '1' };
const json = { ...own, 'Content-Type': 'application/json' };
const size = 20 << 20;

function includes(text, part) {
  if (!text.includes(part)) {
    throw new Error(`expected something with '${part}', got '${text}'`);
  }
}

async function wasAsked(entry) {
  return (await (await fetch('/api/log')).json()).includes(entry);
}

await check('a page gets json', async () => {
  const parcel = await (await fetch('/api/parcels/7')).json();
  equal(JSON.stringify(parcel), '{"to":"Ada","weight":7}');
});

await check('a page posts json', async () => {
  const response = await fetch('api/parcels', { method: 'POST', headers: json, body: JSON.stringify({ to: 'Bob', weight: 1 }) });
  equal(response.status, 201);
  equal((await response.json()).weight, 2);
});

await check('the whole address works as well', async () => equal((await fetch('app://local/api/parcels/1')).status, 200));

await check('a 204 has no body', async () => {
  const response = await fetch('/api/parcels/1', { method: 'DELETE', headers: own });
  equal(response.status, 204);
  equal(await response.text(), '');
});

await check('a method that changes things is refused without the header', async () => {
  const response = await fetch('/api/parcels/2', { method: 'DELETE' });
  equal(response.status, 403);
  includes(await response.text(), "needs the header 'X-IpcApp: 1'");
  equal(await wasAsked('DELETE /api/parcels/2'), false);
});

await check('a large download arrives', async () => {
  const response = await fetch(`/api/zeros/${size}`);
  equal((await response.arrayBuffer()).byteLength, size);
});

await check('a large upload arrives', async () => {
  const response = await fetch('/api/count', { method: 'POST', headers: own, body: new Uint8Array(size) });
  equal(await response.json(), size);
});

await check('a range is answered with a part', async () => {
  const response = await fetch('/api/film', { headers: { Range: 'bytes=2-4' } });
  equal(response.status, 206);
  equal(await response.text(), '234');
});

await check('the app sees a request to its own address and nothing private', async () => {
  const seen = await (await fetch('/api/request')).json();
  equal(`${seen.scheme}://${seen.host}`, 'app://local');
  equal(seen.headers.filter((name) => /^(x-ipcapp.*|cookie)$/i.test(name)).join(), '');
});

await check('there are no cookies', async () => {
  const response = await fetch('/api/cookie');
  equal(response.status, 200);
  equal(response.headers.get('set-cookie'), null);
  equal(document.cookie, '');
});

await check('a page made by an endpoint has the policy of the app', async () => {
  const response = await fetch('/api/page');
  includes(response.headers.get('content-security-policy') ?? '', "default-src 'self'");
  includes(await response.text(), 'Made in C#');
});

await check('files come before endpoints, and a fallback behind both', async () => {
  includes(await (await fetch('/check.js')).text(), 'export function report');
  const fallback = await fetch('/settings/colours');
  equal(fallback.headers.get('content-type'), 'text/html; charset=utf-8');
  equal(await fallback.text(), await (await fetch('/index.html')).text());
  equal((await fetch('/settings/missing.js')).status, 404);
});

await check('a sandboxed iframe is refused', async () => {
  equal(await frame({ src: 'endpoints-inner.html?666', sandbox: 'allow-scripts' }), 'asked');
  equal(await wasAsked('GET /api/parcels/666'), false);
});

await check('an iframe of the own origin is not', async () => {
  equal(await frame({ src: 'endpoints-inner.html?777' }), 'asked');
  equal(await wasAsked('GET /api/parcels/777'), true);
});

await check('there are no WebSockets', () => {
  try {
    new WebSocket('app://local/api/events');
  } catch (error) {
    equal(error.name, 'SyntaxError');
    return;
  }
  throw new Error('there is one');
});

await report();
