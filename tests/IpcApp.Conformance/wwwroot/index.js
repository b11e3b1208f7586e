'use strict';

window.ipc.send('conformance:running');
