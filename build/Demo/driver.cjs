'use strict';

// Takes the place of a scaffold's electron/main.cjs during the demo: operates the page as a person would, writes down what it then shows,
// takes a picture, and closes the window. An app that has been packaged cannot write into its own folder, and stays until its standard input
// ends, so that a test can look at it.

const fs = require('node:fs');
const path = require('node:path');
const { app } = require('electron');

const results = process.env.IPCAPP_DEMO_RESULTS ?? __dirname;
const NOTES = ['Milk', 'Bread and butter', 'Call Ada about the demo'];

/** Runs in the page. Each step waits until the page shows what it should, or says what it shows instead. */
async function operate(notes) {
  const find = (id) => document.getElementById(id);
  const text = (id) => find(id).textContent;

  function shown(what, condition) {
    return new Promise((resolve, reject) => {
      const check = () => condition() && (observer.disconnect(), clearTimeout(timer), resolve());
      const observer = new MutationObserver(check);
      const timer = setTimeout(() => reject(new Error(`${what} did not appear; the page shows: ${document.body.innerText}`)), 10_000);
      observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
      check();
    });
  }

  function type(id, value) {
    find(id).value = value;
    find(id).dispatchEvent(new Event('input', { bubbles: true }));
  }

  for (const [index, note] of notes.entries()) {
    type('note-text', note);
    find('note-add').click();
    await shown(`note ${index + 1}`, () => find('note-list').children.length === index + 1);
  }
  type('draft-text', 'Dear Grace,');
  await shown('the draft\'s answer', () => find('draft-answer').classList.contains('arrived'));
  find('version-ask').click();
  await shown('the version', () => find('version-answer').classList.contains('arrived'));
  find('fail-try').click();
  await shown('the failure', () => find('fail-answer').classList.contains('failed'));
  await shown('the time', () => find('clock-time').classList.contains('arrived'));

  return {
    'notes:add': text('note-answer'),
    'notes:list': [...find('note-list').children].map((item) => [...item.childNodes].map((node) => node.textContent).join(' ')).join(', '),
    'notes:draft': text('draft-answer'),
    'clock:tick': text('clock-time'),
    'app:version': text('version-answer'),
    'notes:fail': text('fail-answer'),
  };
}

async function drive(window) {
  const write = (name, content) => fs.writeFileSync(path.join(results, name), content);
  try {
    const answers = await window.webContents.executeJavaScript(`(${operate})(${JSON.stringify(NOTES)})`);
    write('window.png', (await window.webContents.capturePage()).toPNG());
    write('demo.json', JSON.stringify({ answers }));
  } catch (error) {
    write('demo.json', JSON.stringify({ error: String(error) }));
  }
  if (app.isPackaged) {
    process.stdin.once('end', () => window.close()).resume();
    process.stdout.write('The page has been operated.\n');
  } else {
    window.close();
  }
}

app.once('browser-window-created', (_event, window) => {
  window.webContents.once('did-finish-load', () => drive(window));
});
