'use strict';

// Says that it is there, and leaves one call without an answer for whoever ends the app.
window.ipc.send('lifetime:ready');
window.ipc.invoke('slow:wait').catch((error) => window.ipc.send('lifetime:rejected', error.message));
