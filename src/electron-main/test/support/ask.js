'use strict';

let lastId = 0;

/**
 * Asks a process that a test has started, over the channel that Node gives to both, and waits for the answer of the same number.
 * @param {import('node:child_process').ChildProcess} process
 * @param {object} question
 * @returns {Promise<any>}
 */
function ask(process, question) {
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    /** @param {any} message */
    const onMessage = (message) => {
      if (message.id === id) {
        process.off('message', onMessage);
        'error' in message ? reject(new Error(message.error)) : resolve(message.value);
      }
    };
    process.on('message', onMessage);
    process.send?.({ id, ...question });
  });
}

exports.ask = ask;
