'use strict';

// The person in front of the app, when a test runs it: uses each window once, writes down what it shows, and quits.

const fs = require('node:fs');
const { app, BrowserWindow, Menu, dialog } = require('electron');

const CHOSEN = '/home/ada/notes.txt';

/** The next call of a method: resolves with its first argument, after it has done its work. */
function nextCall(object, name) {
  const original = object[name];
  return new Promise((resolve) => {
    object[name] = (...args) => {
      const result = original.apply(object, args);
      resolve(args[0]);
      return result;
    };
  });
}

/** The windows that show these pages, once they have loaded. */
function pages(names) {
  const loaded = names.map((name) => new Promise((resolve) => {
    app.on('browser-window-created', (_event, window) => {
      window.webContents.on('did-finish-load', () => {
        if (window.webContents.getURL().endsWith(`/${name}.html`)) {
          resolve(window);
        }
      });
    });
  }));
  return Promise.all(loaded);
}

/** What an element of a page shows after an action. */
async function shownAfter(window, selector, act) {
  await window.webContents.executeJavaScript(`{
    const element = document.querySelector('${selector}');
    const options = { childList: true, characterData: true, subtree: true };
    window.changed = new Promise((resolve) => new MutationObserver(() => resolve(element.value)).observe(element, options));
    0; // else the promise would be waited for here
  }`);
  await act();
  return window.webContents.executeJavaScript('window.changed');
}

const click = (window, selector) => window.webContents.executeJavaScript(`document.querySelector('${selector}').click()`);

async function setTitle(window) {
  const titled = nextCall(window, 'setTitle');
  await window.webContents.executeJavaScript('document.querySelector("#new-title").value = "From the page", 0');
  await click(window, '#apply');
  await titled;
  return window.getTitle();
}

async function useApp() {
  const menuSet = nextCall(Menu, 'setApplicationMenu');
  dialog.showOpenDialog = async (owner) => ({ canceled: false, filePaths: [`${CHOSEN} for window ${owner.id}`] });
  const [title, file, counter] = await pages(['title', 'file', 'counter']);
  const [increment, decrement] = (await menuSet).items[0].submenu.items;
  return {
    windows: BrowserWindow.getAllWindows().length,
    title: await setTitle(title),
    chosen: (await shownAfter(file, '#chosen', () => click(file, '#choose'))).replace(`window ${file.id}`, 'its window'),
    counts: [
      await shownAfter(counter, '#value', () => increment.click()),
      await shownAfter(counter, '#value', () => increment.click()),
      await shownAfter(counter, '#value', () => decrement.click()),
    ],
  };
}

if (process.env.TUTORIAL_RESULTS) {
  // Electron removes the default menu before this file is loaded, so the next menu is the app's.
  useApp().catch((error) => ({ error: String(error.stack) })).then((results) => {
    fs.writeFileSync(process.env.TUTORIAL_RESULTS, JSON.stringify(results));
    app.quit();
  });
}
