/// <reference path="../.ipcapp/electron-main/ipc.d.ts" />
'use strict';

// `ipc` comes from the preload, and behind it are the handlers in MainProcess/Handlers. Values arrive as they were sent: a Date is a Date.

const element = (id) => document.getElementById(id);
const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

function show(id, text, state = 'arrived') {
  const output = element(id);
  output.textContent = text;
  output.classList.remove('arrived', 'failed');
  output.classList.add(state);
}

// Ask and answer: a promise, settled by C#.

async function listNotes() {
  const notes = await ipc.invoke('notes:list');
  element('note-list').replaceChildren(...notes.toReversed().map(noteItem));
}

function noteItem({ id, text, created }) {
  const item = document.createElement('li');
  const number = document.createElement('b');
  const time = document.createElement('time');
  number.textContent = id;
  time.textContent = clockTime.format(created);
  item.append(number, text, time);
  return item;
}

element('note-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const input = element('note-text');
  try {
    const note = await ipc.invoke('notes:add', { text: input.value });
    show('note-answer', `Note ${note.id} was added at ${clockTime.format(note.created)}.`);
    input.value = '';
    await listNotes();
  } catch (error) {
    show('note-answer', error.message, 'failed');
  }
});

// One way: the page does not wait. C# sends a message of its own back.

element('draft-text').addEventListener('input', (event) => ipc.send('notes:draft', event.target.value));
ipc.on('notes:draft-saved', (length) => show('draft-answer', `C# saved ${length} ${length === 1 ? 'character' : 'characters'}.`));

// Main to page: C# speaks unasked. `on` gives the function that ends it.

let stopClock = null;

function toggleClock() {
  if (stopClock === null) {
    stopClock = ipc.on('clock:tick', (now) => show('clock-time', clockTime.format(now)));
  } else {
    stopClock();
    stopClock = null;
  }
  element('clock-toggle').textContent = stopClock === null ? 'Resume' : 'Pause';
  element('clock-time').classList.toggle('paused', stopClock === null);
}

element('clock-toggle').addEventListener('click', toggleClock);

// Synchronous: the page stands still until the answer is there.

element('version-ask').addEventListener('click', () => show('version-answer', ipc.sendSync('app:version')));

// An exception: the text is Electron's own, the stack trace stays in C#.

element('fail-try').addEventListener('click', async () => {
  try {
    await ipc.invoke('notes:fail');
  } catch (error) {
    show('fail-answer', error.message, 'failed');
  }
});

toggleClock();
listNotes();
