'use strict';
const names = require('../names');
const { ScriptContext } = require('./script-context');
const { dispatch } = require('../ipc/dispatch');
const { originToApp } = require('../protocol/aliases');
const { answerPause } = require('./debugger-pause');

/** @typedef {import('devtools-protocol/types/protocol').Protocol.Runtime.ExecutionContextDescription} ContextDescription */

/** Chromium holds a page's workers, too, while it holds frames, but tells only of those that are asked for. */
const attached = [{ type: 'iframe' }, { type: 'worker' }];

let nextProcessId = 4;

/** One renderer's part of a page: the main frame's, or a cross-process iframe's. */
class PageSession {
  /** Chromium does not tell which process shows a frame, so these are made up. */ processId;
  /** In a `debugger` pause that waits for a sendSync answer. */ paused = false;
  /** @type {Map<number, ScriptContext>} */ #contexts = new Map();
  /** @type {Map<number, import('./frame-node').FrameNode>} */ #mainWorlds = new Map();

  /** @param {import('./page').Page} page @param {import('../cdp/session').CdpSession} cdp @param {number} [processId] */
  constructor(page, cdp, processId = nextProcessId++) {
    this.page = page;
    this.cdp = cdp;
    this.processId = processId;
    cdp.listen('Runtime.executionContextCreated', ({ context }) => this.#created(context));
    cdp.listen('Runtime.executionContextDestroyed', ({ executionContextId }) => this.#destroyed(executionContextId));
    cdp.listen('Runtime.executionContextsCleared', () => this.clear());
    cdp.listen('Runtime.bindingCalled', ({ name, executionContextId, payload }) => {
      const context = this.#contexts.get(executionContextId);
      const message = name === names.binding && context && !page.destroyed ? context.join(payload) : null;
      if (context && message !== null) dispatch(context, message);
    });
    cdp.listen('Debugger.paused', (event) => answerPause(this, event));
    page.tree.watch(this);
  }

  static newProcessId() {
    return nextProcessId++;
  }

  /**
   * Commands that make the target ready, in the order in which it must see them; it is held until the last one.
   * @param {boolean} alreadyRuns a popup's first document exists, and takes scripts only once it is let go
   */
  async configure(alreadyRuns) {
    const { cdp, page } = this;
    if (page.tree.root.session !== this) await this.#takeDocument();
    const resume = () => cdp.send('Runtime.runIfWaitingForDebugger');
    const commands = [
      cdp.send('Page.enable'),
      cdp.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      cdp.send('Runtime.enable'),
      cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter: attached }),
      cdp.send('Runtime.addBinding', page.isolated ? { name: names.binding, executionContextName: names.world } : { name: names.binding }),
    ];
    if (page.subFrames) commands.push(cdp.send('Debugger.enable', { maxScriptsCacheSize: 0 }).then(() => {}));
    if (alreadyRuns) commands.push(resume());
    for (const { source, isolated } of page.scripts) {
      if (alreadyRuns && !isolated) cdp.post('Runtime.evaluate', { expression: source, silent: true });
      const world = isolated ? { worldName: names.world, runImmediately: alreadyRuns } : {};
      commands.push(cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, ...world }).then(() => {}));
    }
    if (!alreadyRuns) commands.push(resume());
    return Promise.all(commands);
  }

  /** A document that the page itself wrote can be in an iframe's new renderer before anything is told of it. */
  async #takeDocument() {
    this.cdp.post('Page.enable');
    const { frameTree } = await this.cdp.send('Page.getFrameTree');
    this.page.tree.take(this, frameTree.frame);
  }

  /** All documents of this renderer are gone. */
  clear() {
    for (const id of [...this.#contexts.keys(), ...this.#mainWorlds.keys()]) this.#destroyed(id);
    this.paused = false;
  }

  /**
   * @param {number | undefined} contextId of a script; undefined if it is not known
   * @returns {import('./frame-node').FrameNode | undefined} its frame; the topmost of this renderer if that is not known
   */
  nodeOf(contextId) {
    const known = contextId === undefined ? undefined : this.#mainWorlds.get(contextId) ?? this.#contexts.get(contextId)?.node;
    return known ?? this.page.tree.find(this.cdp.targetId);
  }

  /** Sends what was held during a pause. */
  resumed() {
    this.paused = false;
    for (const context of this.#contexts.values()) context.flush();
  }

  /** @param {ContextDescription} description */
  #created({ id, name, origin, auxData }) {
    const node = this.page.tree.find(auxData?.frameId);
    if (!node || node.session !== this) return; // a frame that moved away may still report to its old renderer
    if (auxData.isDefault) {
      node.mainWorldId = id;
      this.#mainWorlds.set(id, node);
    }
    // its document is told of before its scripts can send anything
    this.page.tree.settle(node, auxData.isDefault ? originToApp(origin) : undefined);
    if (this.page.destroyed || node.removed) return; // by a listener
    if (!node.mayUseIpc || !(this.page.isolated ? name === names.world : auxData.isDefault)) return;
    const context = new ScriptContext(this.page, this, node, id);
    this.#contexts.set(id, context);
    node.connect(context);
  }

  /** @param {number} id */
  #destroyed(id) {
    const node = this.#mainWorlds.get(id);
    if (node?.mainWorldId === id && node.session === this) node.mainWorldId = null;
    this.#mainWorlds.delete(id);
    this.#contexts.get(id)?.kill();
    this.#contexts.delete(id);
  }
}

exports.PageSession = PageSession;
