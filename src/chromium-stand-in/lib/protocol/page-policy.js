'use strict';
const names = require('../names');
const { toReal, pageAliases } = require('./aliases');

const metaPolicy = /<meta\b[^>]*http-equiv\s*=\s*["']?content-security-policy["']?[^>]*>/gi;
const contentAttribute = /\bcontent\s*=\s*("([^"]*)"|'([^']*)')/i;
const linkingTag = /<(?:iframe|frame|a|area|form|base|embed|object)\b[^>]*>/gi;
const linkingAttribute = /(\s(?:src|href|action|data)\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+)/gi;

/** A source of a policy that names a custom scheme means its alias. @param {string} source */
function translateSource(source) {
  const whole = pageAliases().find(({ scheme }) => source.toLowerCase() === `${scheme}:`);
  if (whole) return `${whole.protocol}//*${whole.suffix}`;
  const real = toReal(source);
  return real === source || source.slice(source.indexOf('//') + 2).includes('/') ? real : real.replace(/\/$/, '');
}

/** @param {string[]} sources */
function withSyncOrigin(sources) {
  return [...sources.filter((source) => source.toLowerCase() !== "'none'"), names.syncOrigin];
}

/** A script by nonce, unless all inline script may run: a nonce would forbid it. @param {string[]} sources */
function withScriptNonce(sources) {
  const lower = sources.map((source) => source.toLowerCase());
  const restricted = lower.some((source) => /^'(?:nonce-|sha\d|strict-dynamic)/.test(source));
  if (lower.includes("'unsafe-inline'") && !restricted) return sources;
  return [...sources.filter((_source, index) => lower[index] !== "'none'"), `'nonce-${names.policyNonce}'`];
}

/** @param {string} policy one, without commas */
function adaptOnePolicy(policy) {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name);
  /** @param {string} name */
  const find = (name) => directives.findIndex(([each]) => each?.toLowerCase() === name);
  const translated = directives.map(([name = '', ...sources]) => [name, ...sources.map(translateSource)]);
  /** @param {string} name @param {(sources: string[]) => string[]} extend */
  function adapt(name, extend) {
    const own = translated[find(name)];
    const fallback = translated[find('default-src')];
    if (own) own.splice(1, Infinity, ...extend(own.slice(1)));
    else if (fallback) translated.push([name, ...extend(fallback.slice(1))]);
  }
  adapt('connect-src', withSyncOrigin);
  if (find('script-src-elem') !== -1) adapt('script-src-elem', withScriptNonce);
  else adapt('script-src', withScriptNonce);
  return translated.map((directive) => directive.join(' ')).join('; ');
}

/**
 * A page's policy as Chromium must see it: with aliases for custom schemes, and room for the request that sendSync blocks on.
 * @param {string} policies
 */
function adaptPolicy(policies) {
  return policies.split(',').map(adaptOnePolicy).join(', ');
}

/** @param {string} html */
function adaptMetaPolicies(html) {
  return html.replace(metaPolicy, (tag) =>
    tag.replace(
      contentAttribute,
      (_all, _quoted, double, single) => `content="${adaptPolicy(double ?? single).replaceAll('"', '&quot;')}"`,
    ),
  );
}

/** @param {string} html */
function adaptLinks(html) {
  return html.replace(linkingTag, (tag) =>
    tag.replace(linkingAttribute, (all, before, value) => {
      const quote = /^["']/.test(value) ? value[0] : '';
      const url = quote ? value.slice(1, -1) : value;
      const real = toReal(url);
      return real === url ? all : before + quote + real + quote;
    }),
  );
}

/**
 * @param {string} html as latin1, so that its bytes stay what they are in any encoding that extends ASCII
 * @returns {string}
 */
function adaptHtml(html) {
  return adaptLinks(adaptMetaPolicies(html));
}

exports.adaptPolicy = adaptPolicy;
exports.adaptHtml = adaptHtml;
