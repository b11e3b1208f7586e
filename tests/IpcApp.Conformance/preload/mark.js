'use strict';

// Lets the page see that this preload ran.

require('electron').contextBridge.exposeInMainWorld('preloaded', true);
