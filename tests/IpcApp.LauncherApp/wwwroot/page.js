// No retry: by the time a window is opened every handler is bound.
ipc.invoke('where').then((answer) => ipc.send('said', answer), (error) => ipc.send('said', error.message));
ipc.on('close', () => window.close());
