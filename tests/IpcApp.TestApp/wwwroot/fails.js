'use strict';

// Makes one call of a handler that throws and one that nobody handles, then closes its window.
(async () => {
  await window.ipc.invoke('fail:sync').catch(() => {});
  await window.ipc.invoke('no\u001b:such').catch(() => {});
  window.close();
})();
