'use strict';

/**
 * Waiting for the host with the whole renderer blocked. Runs in the page, as text. In this order:
 * a synchronous request to a host name that the host program answers (blocks for real, but the page's CSP may forbid it);
 * `prompt()`, answered by the host (top frame only); a `debugger` pause in which the host sets the answer.
 * @param {object} options
 * @param {string} options.syncOrigin
 * @param {string} options.secret makes ids unguessable for page script
 * @param {{ createJoiner(): (part: string) => string | null }} options.messageText
 */
module.exports = function createBlockingCall({ syncOrigin, secret, messageText }) {
  const Request = XMLHttpRequest;
  const ask = window.prompt.bind(window);
  const tag = crypto.getRandomValues(new Uint32Array(2)).join('');
  let forbidden = false;
  let nextId = 1;

  // the page need not learn that its policy was tried
  addEventListener(
    'securitypolicyviolation',
    (event) => {
      if (!event.blockedURI.startsWith(syncOrigin)) return;
      forbidden = true;
      event.stopImmediatePropagation();
    },
    true,
  );

  /** @param {string} id */
  function byRequest(id) {
    if (forbidden) return undefined;
    try {
      const request = new Request();
      request.open('POST', `${syncOrigin}/${id}`, false);
      request.send('');
      return request.status === 200 ? request.responseText : undefined;
    } catch {
      forbidden = true;
      return undefined;
    }
  }

  /** @param {string} id */
  function byPrompt(id) {
    return window === window.top ? (ask(id) ?? undefined) : undefined;
  }

  /** The host finds the pause by this name. */
  function byDebugger() {
    /** @type {string | undefined} */
    let electronBlockingAnswer;
    debugger; // eslint-disable-line no-debugger
    return electronBlockingAnswer;
  }

  /**
   * @param {(id: string) => void} announce tells the host what the call with this id is about
   * @returns {string} the answer's wire text
   */
  return function blockingCall(announce) {
    const id = `${secret}-${tag}-${nextId++}`;
    announce(id);
    const join = messageText.createJoiner();
    for (;;) {
      const part = byRequest(id) ?? byPrompt(id) ?? byDebugger();
      if (part === undefined)
        throw new Error('This document cannot block for sendSync: its policy forbids requests, and it is no top frame');
      const answer = join(part);
      if (answer !== null) return answer;
    }
  };
};
