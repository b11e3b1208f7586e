'use strict';
const createAbsent = require('./create-absent');
const declared = require('./members.json');

exports.declared = declared;
exports.absent = createAbsent(declared.types);
