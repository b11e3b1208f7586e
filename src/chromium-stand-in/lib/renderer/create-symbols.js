'use strict';

/**
 * Symbols on their way between the worlds of a page. In Electron they cross as they are (S155); events cannot carry them, so a symbol of
 * one side has a counterpart on the other, the same one for as long as the document lives. Registered and well-known symbols are the
 * same in every world. Runs in the page, as text, in both worlds.
 */
module.exports = function createSymbols() {
  const { keyFor, for: registered } = Symbol;
  const names = /** @type {(keyof SymbolConstructor)[]} */ (Object.getOwnPropertyNames(Symbol));
  /** @type {Map<unknown, keyof SymbolConstructor>} */
  const wellKnown = new Map(names.filter((name) => typeof Symbol[name] === 'symbol').map((name) => [Symbol[name], name]));
  /** This side's symbols that the other side has counterparts of. @type {symbol[]} */ const own = [];
  /** @type {Map<symbol, number>} */ const ownIds = new Map();
  /** Counterparts of the other side's symbols. @type {Map<number, symbol>} */ const foreign = new Map();
  /** @type {Map<symbol, number>} */ const foreignIds = new Map();

  /** @param {symbol} symbol @param {number} id */
  function adopt(symbol, id) {
    foreign.set(id, symbol);
    foreignIds.set(symbol, id);
    return symbol;
  }

  return {
    /** @param {symbol} symbol @returns {any[]} */
    pack(symbol) {
      const key = keyFor(symbol);
      if (key !== undefined) return ['registered', key];
      const name = wellKnown.get(symbol);
      if (name !== undefined) return ['known', name];
      const foreignId = foreignIds.get(symbol);
      if (foreignId !== undefined) return ['return', foreignId];
      const id = ownIds.get(symbol) ?? own.push(symbol) - 1;
      ownIds.set(symbol, id);
      return ['new', id, symbol.description];
    },

    /** @param {any[]} packed @returns {symbol} */
    unpack([kind, content, description]) {
      switch (kind) {
        case 'registered':
          return registered(content);
        case 'known':
          return Symbol[/** @type {'iterator'} */ (content)];
        case 'return':
          return /** @type {symbol} */ (own[content]);
        default:
          return foreign.get(content) ?? adopt(Symbol(description), content);
      }
    },
  };
};
