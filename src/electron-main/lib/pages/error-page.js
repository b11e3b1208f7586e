'use strict';

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => /** @type {string} */ (ENTITIES[character]));
}

/**
 * A page for the developer who looks at an empty window.
 * @param {string} title
 * @param {string} advice
 */
function errorPage(title, advice) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(advice)}</p>
</html>
`;
}

module.exports = { errorPage };
