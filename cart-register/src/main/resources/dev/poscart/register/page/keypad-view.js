// @ts-check
import { html } from './lit-html.js';

const KEYS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0', '00'];

/**
 * Digits for fingers.
 *
 * @param {string} text what is written so far
 * @param {(text: string) => void} type
 * @param {import('./texts.js').Translate} t
 */
export const keypad = (text, type, t) => html`
  <div class="keypad">
    ${KEYS.map((key) => html`<button type="button" @click=${() => type(text + key)}>${key}</button>`)}
    <button type="button" aria-label=${t('erase')} @click=${() => type(text.slice(0, -1))}>⌫</button>
  </div>
`;
