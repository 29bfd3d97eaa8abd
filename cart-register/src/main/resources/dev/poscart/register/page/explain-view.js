// @ts-check
import { html, nothing } from './lit-html.js';

/** @param {import('./types.js').State} state @param {import('./register.js').Register} _ @param {import('./texts.js').Translate} t */
export function explain({ explanation }, _, t) {
  if (!explanation) return nothing;
  const groups = ['lines', 'subtotal', 'taxes', 'total', 'payments', 'balance'];
  return html`
    <h2>${t('view.explain')}</h2>
    <div class="explain" tabindex="0" role="group" aria-label=${t('view.explain')}>
      ${groups.map((group) => {
        const entries = explanation[group] ?? [];
        if (entries.length === 0) return nothing;
        return html`<h3>${t('explain.' + group)}</h3>
          ${entries[0].steps ? entries.map((/** @type {any} */ e) => part(e, t)) : steps(entries, t)}`;
      })}
    </div>
  `;
}

/** @param {any} entry @param {import('./texts.js').Translate} t */
const part = (entry, t) =>
  entry.steps.length ? html`<h4>${entry.no}. ${entry.name}</h4>${steps(entry.steps, t)}` : nothing;

/** @param {any[]} list @param {import('./texts.js').Translate} t */
const steps = (list, t) => html`
  <table>
    ${list.map((step) => html`
      <tr>
        <th scope="row">${nameOf(step.figure, t)}</th>
        <td>${step.formula}${step.rounding ? html`<span class="note">${step.rounding}</span>` : nothing}</td>
        <td class="amount">${step.result}</td>
      </tr>`)}
  </table>
`;

/** Figures within lists, such as discounts[0].perPiece, go by their last name. @param {string} figure @param {import('./texts.js').Translate} t */
const nameOf = (figure, t) =>
  t('figure.' + figure.replace(/\[\d+\]/g, '').split('.').pop()).replace('figure.', '');
