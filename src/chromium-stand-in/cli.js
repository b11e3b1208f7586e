#!/usr/bin/env node
'use strict';
// Takes the place of Electron's executable: electron [options] <app folder or main file> [arguments]
const { runApp } = require('./lib/launch/run-app');

void runApp(process.argv.slice(2));
