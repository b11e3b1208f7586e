'use strict';

// Calls once, so that there was traffic, then closes its window as a person would.
window.ipc.invoke('echo:sum', 1, 2).then(() => window.close());
