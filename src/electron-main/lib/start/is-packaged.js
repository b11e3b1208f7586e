'use strict';

const path = require('node:path');
const { app } = require('electron');

/** Where Electron looks for an app of its own, in its folder of resources. */
const OWN_APPS = ['app.asar', 'app'];

/**
 * Whether this Electron runs the app that was packaged with it. `app.isPackaged` only compares the executable's name with `electron`, and an
 * app may well be called that.
 */
const isPackaged = OWN_APPS.includes(path.relative(process.resourcesPath, app.getAppPath()));

exports.isPackaged = isPackaged;
