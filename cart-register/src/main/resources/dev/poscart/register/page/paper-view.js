// @ts-check
import { html } from './lit-html.js';

/** Characters that take one column in print; all others take two. */
const NARROW = /[\x20-\x7e\uff61-\uff9f]/;

/**
 * Printed text on a grid: whatever fonts a machine has, each character takes its columns.
 *
 * @param {string} text
 * @param {string} label
 * @param {string} [id]
 */
export const paper = (text, label, id = 'paper') => html`
  <pre class="paper" id=${id} tabindex="0" role="group" aria-label=${label}>${text.split('\n').map(line)}</pre>
`;

/** What was printed before, marked in the middle of 32 columns. @param {string} text */
export const reprinted = (text) => ' '.repeat(12) + '再 発 行\n' + text;

/** Japanese printers print a yen sign for a backslash. @param {string} text */
const line = (text) => html`${Array.from(text.replaceAll('\\', '¥'), (c) =>
  c === '¥' || NARROW.test(c) ? c : html`<i>${c}</i>`,
)}${'\n'}`;
