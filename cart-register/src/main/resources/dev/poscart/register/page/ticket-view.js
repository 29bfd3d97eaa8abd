// @ts-check
import { html, nothing } from './lit-html.js';
import { repeat } from './directives/repeat.js';
import { format } from './money.js';
import { isOpen } from './sale-state.js';

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
export function ticket(state, register, t) {
  const cart = isOpen(state.cart) || state.view === 'done' ? state.cart : null;
  return html`
    <section class="ticket" aria-label=${t('ticket')}>
      <ol class="lines">
        ${repeat(cart?.lines.filter((l) => !l.cancelled) ?? [], (l) => l.no, (l) => line(l, state, register, t))}
        ${repeat(state.scans, (s) => s.id, (s) => scan(s, state, register, t))}
      </ol>
      ${cart || state.scans.length ? nothing : html`<p class="empty">${t(isClosed(state) ? 'refusal.404001' : 'ticket.empty')}</p>`}
      ${sums(cart, state, t)}
      ${state.view === 'sale' ? buttons(cart, register, t) : nothing}
    </section>
  `;
}

/** @param {import('./types.js').State} state */
const isClosed = ({ till }) => till.desk && till.status !== 'Opened';

/** @param {import('./types.js').Line} l @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
function line(l, state, { sale }, t) {
  const selected = state.view === 'sale' && l.no === state.selected;
  return html`
    <li class=${selected ? 'selected' : ''}>
      <button class="line" aria-pressed=${selected} ?disabled=${state.view !== 'sale'} @click=${() => sale.select(l.no)}>
        <span class="name">${l.name}</span>
        <span class="count">${l.quantity} × ${format(l.price)}</span>
        <span class="amount">${format(l.amount)}</span>
        ${l.discounts.map((d) => html`
          <span class="note">${t('ticket.discount')} ${d.name} ${rate(d)}</span>
          <span class="amount note">-${format(d.amount)}</span>`)}
      </button>
      ${selected ? html`
        <div class="row tools">
          <button @click=${() => sale.ask('quantity')}>${t('tool.quantity')}<kbd>*</kbd></button>
          <button @click=${() => sale.ask('price')}>${t('tool.price')}<kbd>/</kbd></button>
          <button @click=${() => sale.ask('discount')}>${t('tool.discount')}<kbd>-</kbd></button>
          <button class="stop" @click=${sale.cancelLine}>${t('tool.cancelLine')}<kbd>Del</kbd></button>
        </div>` : nothing}
    </li>
  `;
}

/** @param {import('./types.js').Discount} d */
const rate = (d) => (d.type === 'DiscountPercentage' ? d.value + ' %' : '');

/** @param {import('./types.js').Scan} s @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
function scan(s, state, { sale }, t) {
  const known = state.catalogue.items.find((item) => item.code === s.code)?.name ?? s.code;
  if (!s.failed) return html`<li class="waiting"><p>${known}</p><p class="note">${t('ticket.lookingUp')}</p></li>`;
  return html`
    <li class="failed">
      <p>${known}${known === s.code ? nothing : html` <span class="note">${s.code}</span>`}</p>
      <p class="reason">${s.failed}</p>
      <div class="row">
        <button @click=${() => sale.again(s)}>${t('again')}</button>
        <button class="stop" @click=${() => sale.dismiss(s.id)}>${t('dismiss')}<kbd>Esc</kbd></button>
      </div>
    </li>
  `;
}

/** @param {import('./types.js').Cart | null} cart @param {import('./types.js').State} state @param {import('./texts.js').Translate} t */
function sums(cart, state, t) {
  if (!cart) return nothing;
  const busy = state.scans.some((each) => !each.failed);
  return html`
    <dl class="sums" aria-busy=${busy}>
      ${cart.discounts.map((d) => html`<dt>${t('ticket.subtotalDiscount')} ${rate(d)}</dt><dd>-${format(d.amount)}</dd>`)}
      ${cart.taxes.map((tax) => html`<dt>${tax.name}</dt><dd>${format(tax.amount)}</dd>`)}
      <dt>${t('ticket.pieces')}</dt><dd id="pieces">${cart.quantity}</dd>
      <dt class="total">${t('ticket.total')}</dt><dd class="total" id="total">${format(cart.total)}</dd>
    </dl>
  `;
}

/** @param {import('./types.js').Cart | null} cart @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
function buttons(cart, { sale, pay, office }, t) {
  const hasLines = cart?.lines.some((l) => !l.cancelled) ?? false;
  return html`
    <div class="row actions">
      <button id="park" ?disabled=${!hasLines} @click=${() => sale.park()}>${t('tool.park')}<kbd>F6</kbd></button>
      <button ?disabled=${!hasLines} @click=${() => sale.ask('subtotalDiscount')}>${t('tool.subtotalDiscount')}<kbd>F4</kbd></button>
      <button ?disabled=${!cart} @click=${office.explain}>${t('tool.explain')}</button>
      <button class="stop" id="cancel" ?disabled=${!cart} @click=${sale.cancelSale}>${t('tool.cancel')}</button>
      <button class="primary big" id="pay" ?disabled=${!hasLines} @click=${pay.start}>${t('tool.pay')}<kbd>F2</kbd></button>
    </div>
  `;
}
