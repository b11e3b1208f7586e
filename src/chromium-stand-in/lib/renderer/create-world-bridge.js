'use strict';

/**
 * One side of a synchronous connection between the preload's isolated world and the page's main world. Runs in the page, as text.
 *
 * The worlds share the DOM and nothing else: requests and answers are events on a detached element that only the two sides hold,
 * handed over once as `relatedTarget`. The browser clones an event's `detail` on its way to the other world.
 * @param {object} options
 * @param {string} options.nonce names the hand-over's events; page script cannot guess it
 * @param {'isolated' | 'main'} options.side
 * @param {(request: any[], marshal: ReturnType<typeof import('./create-marshal')>) => unknown} options.answer
 * @param {object} options.parts
 * @param {typeof import('./create-marshal')} options.parts.createMarshal
 * @param {typeof import('../codec/create-kinds')} options.parts.createKinds
 * @param {typeof import('./create-symbols')} options.parts.createSymbols
 */
module.exports = function createWorldBridge({ nonce, side, answer, parts }) {
  // page script may replace any of these later
  const call = Reflect.apply;
  const { addEventListener: listen, dispatchEvent: dispatch } = EventTarget.prototype;
  const Custom = CustomEvent;
  const Mouse = MouseEvent;
  const detailOf = /** @type {any} */ (Object.getOwnPropertyDescriptor(Custom.prototype, 'detail')).get;
  const relatedOf = /** @type {any} */ (Object.getOwnPropertyDescriptor(Mouse.prototype, 'relatedTarget')).get;
  const other = side === 'main' ? 'isolated' : 'main';
  /** @type {HTMLElement | null} */
  let node = null;
  /** @type {any} */
  let reply;

  const marshal = parts.createMarshal({
    request,
    kinds: parts.createKinds(),
    symbols: parts.createSymbols(),
    sendElement: (element) => {
      call(dispatch, node, [new Mouse(`element-${other}`, { relatedTarget: element })]);
    },
  });

  /** @param {string} type @param {unknown} detail */
  function emit(type, detail) {
    call(dispatch, node, [new Custom(type, { detail })]);
  }

  /**
   * Asks the other side; it answers before this returns.
   * @param {any[]} message
   * @returns {any} what its `answer` returned
   */
  function request(message) {
    // the first document of a popup hands its window to the next, and elements of the old one fall silent
    if (!node || node.ownerDocument !== document) join();
    const outer = reply;
    reply = undefined;
    emit(`request-${other}`, message);
    const result = reply;
    reply = outer;
    if (!result) throw new Error('An object could not be cloned.');
    if (result.error !== undefined) throw new Error(result.error);
    return result.value;
  }

  /** @param {HTMLElement} element */
  function attach(element) {
    node = element;
    call(listen, element, [
      `request-${side}`,
      (/** @type {Event} */ event) => {
        let result;
        try {
          const message = call(detailOf, event, []);
          result = { value: marshal.handles(message) ? marshal.handle(message) : answer(message, marshal) };
        } catch (error) {
          result = { error: marshal.textOf(error) };
        }
        emit(`reply-${other}`, result);
      },
    ]);
    call(listen, element, [
      `reply-${side}`,
      (/** @type {Event} */ event) => {
        reply = call(detailOf, event, []);
      },
    ]);
    call(listen, element, [`element-${side}`, (/** @type {Event} */ event) => marshal.receiveElement(call(relatedOf, event, []))]);
  }

  /** @param {string} type @param {(event: Event) => void} handler */
  function listenOnWindow(type, handler) {
    call(listen, window, [
      type,
      (/** @type {Event} */ event) => {
        event.stopImmediatePropagation();
        handler(event);
      },
    ]);
  }

  function join() {
    if (side === 'main') {
      call(dispatch, window, [new Custom(`${nonce}-rejoin`)]);
      return;
    }
    const element = document.createElement('i');
    attach(element);
    call(dispatch, window, [new Mouse(nonce, { relatedTarget: element })]);
  }

  // these scripts run before any other of the document, so these listeners come first
  if (side === 'main') listenOnWindow(nonce, (event) => attach(call(relatedOf, event, [])));
  else {
    listenOnWindow(`${nonce}-rejoin`, join);
    join();
  }
  return { request, marshal };
};
