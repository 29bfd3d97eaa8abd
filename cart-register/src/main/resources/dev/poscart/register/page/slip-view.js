// @ts-check
import { html, nothing } from './lit-html.js';
import { paper } from './paper-view.js';

/** @param {'58' | '80'} width in millimetres */
function print(width) {
  document.documentElement.dataset.paper = width;
  window.print();
}

/** @param {import('./texts.js').Translate} t */
export const printButtons = (t) => html`
  <button type="button" @click=${() => print('58')}>${t('print')} 58 mm</button>
  <button type="button" @click=${() => print('80')}>${t('print')} 80 mm</button>
`;

/** What the desk prints: openings, closings, cash, reports. @param {import('./types.js').State} state @param {import('./texts.js').Translate} t */
export const slip = ({ slip: shown, view }, t) =>
  shown && view === 'day'
    ? html`
        <section class="slip" aria-label=${shown.title}>
          <h2>${shown.title}</h2>
          ${paper(shown.text, shown.title, 'slip')}
          <div class="row">${printButtons(t)}</div>
        </section>`
    : nothing;
