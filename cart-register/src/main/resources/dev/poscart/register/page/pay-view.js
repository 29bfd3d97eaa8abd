// @ts-check
import { html, nothing } from './lit-html.js';
import { live } from './directives/live.js';
import { cashKeys, format } from './money.js';
import { keypad } from './keypad-view.js';

const CASH = '01';

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
export function pay(state, { store, pay: acts }, t) {
  const { cart, tendered, catalogue, pending } = state;
  if (!cart) return nothing;
  const cash = catalogue.methods.find((method) => method.code === CASH) ?? catalogue.methods[0];
  const others = catalogue.methods.filter((method) => method !== cash);
  const busy = pending !== null;
  return html`
    <form class="pay" @submit=${(/** @type {Event} */ e) => (e.preventDefault(), acts.tender(cash))}>
      <p class="due"><span>${t('pay.due')}</span> <strong id="due">${format(cart.due)}</strong></p>
      ${cart.payments.length ? html`
        <ul class="tenders">${cart.payments.map((p) => html`<li><span>${p.name}</span><span>${format(p.amount)}</span></li>`)}</ul>` : nothing}
      <div class="row quick" role="group" aria-label=${t('pay.quick')}>
        ${cashKeys(cart.due).map((sum) => html`
          <button type="button" ?disabled=${busy} data-cash=${sum / 100} @click=${() => acts.tender(cash, sum)}>
            ${format(sum)}${sum === cart.due ? html`<span class="note">${t('pay.exact')}</span>` : nothing}
          </button>`)}
      </div>
      <label>${t('pay.tendered')}
        <input id="tendered" data-focus inputmode="decimal" autocomplete="off" .value=${live(tendered)}
          @input=${(/** @type {any} */ e) => acts.type(e.target.value)}>
      </label>
      ${keypad(tendered, acts.type, t)}
      <div class="row methods">
        <button class="primary" id="cash" ?disabled=${busy}>${cash?.name ?? ''}<kbd>Enter</kbd></button>
        ${others.map((method) => html`
          <button type="button" ?disabled=${busy} data-method=${method.code} @click=${() => acts.tender(method)}>${method.name}</button>`)}
      </div>
      <div class="row">
        <button type="button" id="back" ?disabled=${busy} @click=${() => (cart.status === 'Paying' ? acts.back() : store.dispatch({ type: 'view', view: 'sale' }))}>${t('pay.back')}<kbd>Esc</kbd></button>
      </div>
    </form>
  `;
}
