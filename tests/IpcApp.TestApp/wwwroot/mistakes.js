'use strict';

// What a developer does wrong, for a test that reads what the app says of it.
ipc.send('message:lag', 1);
ipc.invoke('message:log').catch(() => {});
console.error('on purpose');
null.member;
