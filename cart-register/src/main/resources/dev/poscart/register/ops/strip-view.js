// @ts-check
import { html } from './lit-html.js';
import { minutes } from './history.js';

/** The last hour of what sales need, a cell a minute. @param {import('./ops-types.js').Columns} history @param {import('./texts.js').Translate} t */
export const strips = (history, t) => html`
  <section class="strips" aria-label=${t('strip.title')}>
    ${strip('master', minutes(history, 'item_master_up', (up) => (up === null ? null : up !== 0)), t)}
    ${strip('database', minutes(history, 'database_ms', (ms) => ms !== null), t)}
  </section>
`;

/** @param {string} name @param {('well' | 'ill' | 'unknown')[]} cells @param {import('./texts.js').Translate} t */
function strip(name, cells, t) {
  const ill = cells.filter((cell) => cell === 'ill').length;
  const known = cells.filter((cell) => cell !== 'unknown').length;
  return html`<div class="strip" data-strip=${name}>
    <h3>${t('strip.' + name)}</h3>
    <div class="cells" aria-hidden="true">${cells.map((cell) => html`<span class=${cell}></span>`)}</div>
    <p class="note">${t('strip.told', { ill, known })}</p>
  </div>`;
}
