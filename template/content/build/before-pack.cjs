'use strict';

// electron-builder calls this once for each platform and processor, before anything else. What would fail after minutes fails here.

const fs = require('node:fs');
const { createRequire } = require('node:module');
const net = require('node:net');
const path = require('node:path');
const { Arch } = require('electron-builder');
const { problem } = require('./problem.cjs');

const PROCESSORS = ['x64', 'arm64'];
const REACHABLE_MS = 5_000;

module.exports = async ({ packager, arch, electronPlatformName: platform }) => {
  const processor = Arch[arch];
  if (!PROCESSORS.includes(processor)) {
    throw problem(`There is no .NET main process for '${processor}': package for ${PROCESSORS.join(' and ')}, each by itself.`);
  }
  const { electronDist } = packager.config;
  if (!electronDist) {
    await requireDownload(packager.config, platform, processor);
  } else if (typeof electronDist === 'string') {
    requireDistribution(path.resolve(packager.projectDir, electronDist));
  }
};

function requireDistribution(place) {
  if (!fs.existsSync(place)) {
    throw problem(`IPC0122: electronDist is '${place}', which does not exist. Set it to a folder with Electron, or remove it to download Electron.`);
  }
}

async function requireDownload({ electronDownload, electronVersion }, platform, processor) {
  const address = await addressToDownload({ electronDownload, version: electronVersion, platformName: platform, arch: processor });
  const isOnNetwork = /^https?:\/\//i.test(address ?? ''); // a folder of one's own electron-builder reports itself
  const reason = isOnNetwork && !usesProxy() ? await unreachable(new URL(address)) : null;
  if (reason) {
    throw problem(
      `IPC0122: Electron ${electronVersion} for ${platform}-${processor} has to be downloaded, and ${address} cannot be reached (${reason}). `
      + 'Connect to the network, or set electronDist in electron-builder.yml to a folder with Electron.');
  }
}

/**
 * The first address that electron-builder would download from, found by its own code with a downloader that only notes the address. Null if
 * everything is in its cache, or if this version of electron-builder does it in another way: then it reports a failure itself.
 */
async function addressToDownload(wanted) {
  let address = null;
  const download = async (url) => {
    address ??= url;
    throw new Error('nothing is downloaded here');
  };
  try {
    const builder = createRequire(require.resolve('electron-builder/package.json'));
    const library = createRequire(builder.resolve('app-builder-lib/package.json'));
    const config = await library('./out/util/electronGet').buildElectronArtifactConfig({ ...wanted, artifactName: 'electron' });
    await library('@electron/get').downloadArtifact({ ...config, downloader: { download } });
  } catch {
    // the downloader's own error, in most cases
  }
  return address;
}

/** Through a proxy only electron-builder can reach the address. */
function usesProxy() {
  return Object.entries(process.env).some(([name, value]) => /^((npm_config_)?(https?_|all_)?proxy|global_agent_https?_proxy)$/i.test(name) && value);
}

/** @param {URL} address @returns {Promise<string | null>} Why it cannot be reached; null if it can. */
function unreachable({ hostname, port, protocol }) {
  return new Promise((resolve) => {
    const socket = net.connect({
      host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443), signal: AbortSignal.timeout(REACHABLE_MS),
    });
    socket.on('connect', () => {
      socket.destroy();
      resolve(null);
    });
    socket.on('error', (error) => resolve(error.code === 'ABORT_ERR' ? `no answer within ${REACHABLE_MS / 1000} seconds` : error.code ?? error.message));
  });
}
