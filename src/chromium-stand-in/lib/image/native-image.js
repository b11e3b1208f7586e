'use strict';
const fs = require('node:fs');
const { absent } = require('../absent');
const createNativeImage = require('./create-native-image');

exports.nativeImage = createNativeImage({
  Buffer,
  absent,
  readFile: (file) => (fs.existsSync(file) ? fs.readFileSync(file) : undefined),
});
