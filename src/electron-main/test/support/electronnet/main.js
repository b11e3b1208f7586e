'use strict';

// Stands in for Electron.NET's main.js (0.5.1): what it does, in its order, as far as a custom_main.js can notice. Its socket to .NET is
// the test's channel to this process.

const path = require('node:path');
const fs = require('node:fs');
const readline = require('node:readline');
const { spawn } = require('node:child_process');
const electron = require('electron');

const { app, BrowserWindow, protocol } = electron;
/** @type {string[]} */
const order = [];
/** What .NET's side is told, read by tests. */
const seen = { order, schemes: /** @type {string[]} */ ([]), env: /** @type {string[]} */ ([]) };
Object.assign(globalThis, { seen });

// Chromium takes switches with one dash too; the stand-in for Electron does not.
for (const argument of process.argv.filter((each) => /^-[a-z]/.test(each))) {
  const [name = '', ...value] = argument.slice(1).split('=');
  app.commandLine.appendSwitch(name, value.join('='));
}
// Electron: each list replaces the one before, in the switches by which renderers learn of it.
const register = protocol.registerSchemesAsPrivileged;
protocol.registerSchemesAsPrivileged = (schemes) => {
  register.call(protocol, schemes);
  const having = (/** @type {keyof Electron.Privileges} */ privilege) => schemes.filter((each) => each.privileges?.[privilege])
    .map((each) => each.scheme).join(',');
  app.commandLine.appendSwitch('secure-schemes', having('secure'));
  app.commandLine.appendSwitch('fetch-schemes', having('supportFetchAPI'));
  seen.schemes = schemes.map((each) => each.scheme);
};
// The two kinds of ids differ in an app that had another window, a splash screen say. Here an attempt that fails takes a number.
try {
  new BrowserWindow();
} catch {
  // as intended: not ready
}

const authToken = 'a1b2c3';
Object.assign(globalThis, { authToken });
const manifest = JSON.parse(fs.readFileSync(path.join(__dirname, 'package.json'), 'utf8'));

try {
  const customMain = require(path.join(__dirname, 'custom_main.js'));
  order.push(`onStartup with ${app.listenerCount('ready')} listeners for ready`);
  if (customMain.onStartup(globalThis) === false) {
    app.exit(0);
  }
} catch (error) {
  console.error('Error while executing custom_main.js:', error);
}
order.push('custom_main done');

if (manifest.singleInstance && !app.requestSingleInstanceLock()) {
  app.quit();
}

app.on('ready', () => {
  order.push('ready');
  seen.env = Object.keys(process.env).filter((name) => name.startsWith('IPCAPP_'));
  // The socket is there, and .NET is started if it was not first: without `env`, so that it inherits this one.
  if (!app.commandLine.hasSwitch('unpackeddotnet') && !app.commandLine.hasSwitch('dotnetpacked')) {
    apiProcess = spawn(path.join(__dirname, manifest.executable), [`/electronPID=${process.pid}`], { cwd: __dirname });
    apiProcess.stdout?.on('data', (data) => process.stdout.write(data));
  }
  // once .NET has connected:
  app.on('window-all-closed', () => app.quit());
});
/** @type {import('node:child_process').ChildProcess | undefined} */
let apiProcess;
app.on('quit', () => {
  order.push('quit');
  process.stdout.write('quit\n');
  apiProcess?.kill();
});

/** @param {any} given @param {string} url */
function createBrowserWindow({ isRunningBlazor, ...given }, url) {
  const { webPreferences = {} } = given;
  const unsafe = 'nodeIntegration' in webPreferences ? {} : { nodeIntegration: true, contextIsolation: false };
  const blazor = isRunningBlazor ? { preload: path.join(__dirname, 'blazor-preload.js') } : {};
  const window = new BrowserWindow({ ...given, webPreferences: { ...webPreferences, ...unsafe, ...blazor } });
  if (url) {
    window.loadURL(`${url}${url.includes('?') ? '&' : '?'}token=${authToken}`).catch(() => {});
  }
  return window.id;
}

/** @type {Record<string, (message: any) => unknown>} */
const commands = {
  create: ({ options, url }) => createBrowserWindow(options, url),
  load: ({ windowId, url }) => BrowserWindow.fromId(windowId)?.loadURL(url),
  page: ({ windowId, code }) => BrowserWindow.fromId(windowId)?.webContents.executeJavaScript(code),
  main: ({ code }) => new Function('electron', 'seen', code)(electron, seen),
};
/** @param {any} command @param {(answer: object) => void} answer */
async function carryOut({ id, command, ...message }, answer) {
  try {
    answer({ id, value: await commands[command]?.(message) });
  } catch (error) {
    answer({ id, error: /** @type {Error} */ (error).message });
  }
}
if (process.send) {
  process.on('message', (message) => carryOut(message, (answer) => process.send?.(answer)));
} else {
  // started by a .NET program
  readline.createInterface(process.stdin)
    .on('line', (line) => carryOut(JSON.parse(line), (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`)));
}
