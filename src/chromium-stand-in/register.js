'use strict';
// For `node -r <this file> main.js`: the stand-in without its launcher.
const { installHooks } = require('./lib/launch/hooks');
const { becomeMainProcess } = require('./lib/launch/main-process');
const { app, App } = require('./lib/app/app');

installHooks();
becomeMainProcess();
setImmediate(() => App.launch(app)); // after the main module's turn
