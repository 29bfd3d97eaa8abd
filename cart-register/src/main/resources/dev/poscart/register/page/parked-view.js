// @ts-check
import { html } from './lit-html.js';
import { format, fromApi } from './money.js';

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
export const parked = ({ parked: carts }, { office }, t) => html`
  <h2>${t('view.parked')}</h2>
  ${carts.length === 0 ? html`<p class="empty">${t('parked.none')}</p>` : ''}
  <ul class="cards">
    ${carts.map((cart) => html`
      <li>
        <p><strong>${format(fromApi(cart.totalAmountWithTax))}</strong> ${t('parked.pieces', { pieces: cart.totalQuantity })}</p>
        <p class="note">${cart.lineItems.filter((/** @type {any} */ l) => !l.isCancelled).map((/** @type {any} */ l) => l.itemName).slice(0, 4).join('、')}</p>
        <p class="note">${t('parked.by', { no: cart.parked?.terminalNo ?? '', name: cart.parked?.staff?.name ?? '' })} ${cart.parked?.note ?? ''}</p>
        <button class="primary" data-retrieve=${cart.cartId} @click=${() => office.retrieve(cart.cartId)}>${t('parked.retrieve')}</button>
      </li>`)}
  </ul>
`;
