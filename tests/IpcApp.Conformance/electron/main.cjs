'use strict';

// Pages may go anywhere here: scenarios are about what foreign pages can send, once an app lets them in.

const { app } = require('electron');

app.on('web-contents-created', (_event, contents) => {
  contents.removeAllListeners('will-navigate');
  contents.removeAllListeners('will-frame-navigate');
});
