'use strict';

const { findTarget } = require('../ipc/emitter');
const { clean } = require('../log-text');
const { KIND } = require('../messages');
const { firstLine } = require('../start/setup-error');
const values = require('../values');
const { LaneOrder } = require('./lane-order');
const { PortTable } = require('./port-table');
const { readEntries, readPost } = require('./port-wire');

/** Carries out what .NET says about ports, and in its turn what shares a lane with it. */
class PortTraffic {
  #log;
  #frames;
  #order;

  /** @param {import('./port-table').Parts & { frames: import('../frames/frame-registry').FrameRegistry }} parts */
  constructor({ frames, ...parts }) {
    this.#log = parts.log;
    this.#frames = frames;
    this.table = new PortTable(parts);
    this.#order = new LaneOrder((number) => this.table.arrivedOn(number));
  }

  /** A message on a port's lane. @param {number} kind @param {number} number @param {Buffer} payload */
  receive(kind, number, payload) {
    switch (kind) {
      case KIND.portMessage: return this.#take(number, payload, readEntries(payload), (whole) => this.table.post(number, whole));
      case KIND.portStart: return this.#take(number, payload, null, () => this.table.start(number));
      case KIND.portClose: return this.#take(number, payload, null, () => this.table.close(number));
    }
  }

  /** A message to a page that hands ports over. @param {number} lane @param {Buffer} payload */
  post(lane, payload) {
    this.#take(lane, payload, readPost(payload), (whole) => this.#post(whole));
  }

  /** Any other message of a page's lane. @param {number} lane @param {Buffer} payload @param {(payload: Buffer) => void} carryOut */
  inTurn(lane, payload, carryOut) {
    this.#take(lane, payload, null, carryOut);
  }

  /** .NET is gone. */
  clear() {
    this.#order.clear();
    this.table.clear();
  }

  /** @param {Buffer} payload */
  #post(payload) {
    const { target, id, channel, entries, content } = readPost(payload);
    const ports = entries.map((entry) => this.table.claim(entry));
    try {
      const message = values.decode(content);
      const frame = findTarget(this.#frames, target, id);
      if (frame && !frame.isDestroyed()) {
        frame.postMessage(channel, message, ports);
        return;
      }
    } catch (error) {
      this.#log.counted('warning', 'posted', channel, `A message posted on '${clean(channel)}' was dropped: ${firstLine(error)}`);
    }
    ports.forEach((port) => port.close()); // so that the holders of the other ends hear of it (S138)
  }

  /**
   * @param {number} lane
   * @param {Buffer} payload
   * @param {{ entries: import('./port-wire').PortEntry[] } | null} ports
   * @param {(payload: Buffer) => void} carryOut
   */
  #take(lane, payload, ports, carryOut) {
    const needs = ports === null ? [] : ports.entries.filter(({ isKept }) => isKept);
    this.#order.take(lane, needs, payload, (whole) => {
      try {
        carryOut(whole);
      } catch (error) {
        this.#log.counted('warning', 'carry-out', '', `A message from .NET could not be carried out: ${firstLine(error)}`);
      }
    });
  }
}

exports.PortTraffic = PortTraffic;
