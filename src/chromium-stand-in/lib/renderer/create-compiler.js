'use strict';

/**
 * Makes a function of its text in the page's own world, whatever the page's policy says of `eval`. Runs in the page, as text.
 * @param {string} policyNonce allowed by the policies of the documents that the host program serves
 */
module.exports = function createCompiler(policyNonce) {
  const { createElement } = Document.prototype;
  const { append, remove } = Element.prototype;
  const call = Reflect.apply;

  /** @param {string} source of a function expression */
  return function compile(source) {
    const script = /** @type {HTMLScriptElement & { compiled?: Function }} */ (call(createElement, document, ['script']));
    script.nonce = policyNonce;
    script.text = `document.currentScript.compiled = (${source});`;
    call(append, document.documentElement, [script]); // runs before this returns
    call(remove, script, []);
    if (typeof script.compiled === 'function') return script.compiled;
    throw new Error('executeInMainWorld: the policy of this page, which the host program does not serve, forbids inline script');
  };
};
