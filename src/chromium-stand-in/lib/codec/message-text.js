'use strict';

/** Node's side of the texts that are exchanged with pages. */
module.exports = require('./create-message-text')();
