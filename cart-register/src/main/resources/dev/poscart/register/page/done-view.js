// @ts-check
import { html, nothing } from './lit-html.js';
import { format } from './money.js';
import { paper } from './paper-view.js';
import { printButtons } from './slip-view.js';

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
export function done({ cart }, { pay }, t) {
  if (!cart) return nothing;
  return html`
    <div class="done">
      <p class="change" role="status"><span>${t('done.change')}</span> <strong id="change">${format(cart.change)}</strong></p>
      <p>${t('done.receipt', { no: cart.receiptNo })}</p>
      <div class="row">
        <button class="primary" id="next" data-focus @click=${pay.next}>${t('done.next')}<kbd>Esc</kbd></button>
        ${printButtons(t)}
      </div>
      ${paper(cart.text, t('done.paper'))}
    </div>
  `;
}
