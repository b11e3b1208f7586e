'use strict';

const { firstLine } = require('./start/setup-error');

/**
 * @typedef {(args: any) => unknown} Action Carried out at once; what it returns, or resolves to, is the result, and must be JSON.
 */

/** What .NET can ask for by `call`, and the one `result` of each call. */
class Requests {
  #link;
  #log;
  /** @type {Map<string, Action>} */
  #actions = new Map();
  /** A result is for the .NET process that asked: ids of calls begin anew with each. */
  #connection = 0;

  /** @param {import('./link').Link} link @param {import('./log').Log} log */
  constructor(link, log) {
    this.#link = link;
    this.#log = log;
  }

  /** @param {Record<string, Action>} actions By name. */
  add(actions) {
    for (const [name, action] of Object.entries(actions)) {
      this.#actions.set(name, action);
    }
  }

  /** Another .NET process is there: what the one before asked for goes on without a result. */
  restart() {
    this.#connection++;
  }

  /**
   * The caller waits: a result that cannot be sent becomes an error, which can.
   * @param {number} call @param {string} name @param {{ value?: unknown, error?: string }} outcome
   */
  #tell(call, name, outcome) {
    const result = this.#link.report({ type: 'result', call, ...outcome });
    if (result === 'too-large' || result === 'queue-full') {
      const bytes = Buffer.byteLength(JSON.stringify(outcome));
      const why = this.#link.explain(result, 0, bytes);
      this.#link.control({ type: 'result', call, error: `The result of '${name}' cannot be sent to the .NET main process: ${why}` });
    }
  }

  /** @param {Record<string, any>} message */
  async carryOut({ call, action: name, arguments: args }) {
    const connection = this.#connection;
    /** @param {{ value?: unknown, error?: string }} outcome */
    const answer = (outcome) => {
      if (call !== 0 && connection === this.#connection) {
        this.#tell(call, name, outcome);
      }
    };
    try {
      const action = this.#actions.get(name);
      if (action === undefined) {
        throw new Error(`Electron's side does not know the action '${name}'; is it older than the .NET library?`);
      }
      answer({ value: await action(args ?? {}) });
    } catch (error) {
      const text = error instanceof Error ? error.message : firstLine(error);
      answer({ error: text });
      if (call === 0) {
        this.#log.failure(name, text);
      }
    }
  }
}

exports.Requests = Requests;
