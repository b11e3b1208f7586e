'use strict';

/** Features that would show a page something that Electron does not have, or hide one from the DevTools protocol. */
const featuresOff = [
  'BackForwardCache',
  'Prerender2',
  'RenderDocument',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LocalNetworkAccessChecks',
  'MediaRouter',
  'OptimizationHints',
  'Translate',
  'AutofillServerCommunication',
];

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-quic',
];

const steady = [
  '--disable-hang-monitor',
  '--disable-prompt-on-repost',
  '--disable-popup-blocking',
  '--disable-dev-shm-usage',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-ipc-flooding-protection',
];

const headless = ['--headless=new', '--hide-scrollbars', '--mute-audio', '--disable-gpu', '--in-process-gpu', '--force-color-profile=srgb'];
/** No bar that warns of unusual flags. */
const windowed = ['--test-type'];

/** Switches of the app that Chromium does not get: they are ours to decide. */
const reserved = new Set(['disable-features', 'enable-features', 'no-sandbox', 'headless', 'user-data-dir', 'remote-debugging-pipe']);

/**
 * @param {object} options
 * @param {string} options.profile
 * @param {boolean} options.asRoot Chromium refuses to start its sandbox as root
 * @param {ReadonlyMap<string, string>} options.switches the app's own
 * @param {boolean} options.realWindows
 */
function browserFlags({ profile, asRoot, switches, realWindows }) {
  const off = [...featuresOff, ...(switches.get('disable-features')?.split(',') ?? [])];
  const flags = [
    '--remote-debugging-pipe',
    ...(realWindows ? windowed : headless),
    ...quiet,
    ...steady,
    '--allow-file-access-from-files', // as Electron's file: pages may
    '--enable-blink-features=MessagePortCloseEvent',
    '--blink-settings=allowScriptsToCloseWindows=true',
    `--user-data-dir=${profile}`,
    `--disable-features=${off.join(',')}`,
  ];
  const on = switches.get('enable-features');
  if (on) flags.push(`--enable-features=${on}`);
  if (asRoot) flags.push('--no-sandbox');
  for (const [name, value] of switches) if (!reserved.has(name)) flags.push(value === '' ? `--${name}` : `--${name}=${value}`);
  return flags;
}

/**
 * For a second start that is to find the first.
 * @param {{ profile: string, asRoot: boolean }} options
 */
function againFlags({ profile, asRoot }) {
  return [...windowed, '--no-first-run', `--user-data-dir=${profile}`, ...(asRoot ? ['--no-sandbox'] : [])];
}

exports.browserFlags = browserFlags;
exports.againFlags = againFlags;
