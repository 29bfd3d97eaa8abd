// @ts-check
import { html, nothing } from './lit-html.js';
import { live } from './directives/live.js';
import { mistake } from './sale-acts.js';
import { keypad } from './keypad-view.js';

/**
 * Asks for a quantity, a price or a discount, and tells the bounds before anything is sent.
 *
 * @param {import('./types.js').State} state
 * @param {import('./register.js').Register} register
 * @param {import('./texts.js').Translate} t
 */
export function entry(state, { store, sale }, t) {
  const asked = /** @type {import('./types.js').Entry} */ (state.entry);
  const line = state.cart?.lines.find((each) => each.no === asked.lineNo);
  const wrong = asked.text === '' ? null : mistake(state, t);
  /** @param {string} text */
  const type = (text) => store.dispatch({ type: 'entry/text', text });
  const isDiscount = asked.kind === 'discount' || asked.kind === 'subtotalDiscount';
  return html`
    <form class="entry" @submit=${(/** @type {Event} */ e) => (e.preventDefault(), sale.applyEntry())}>
      <h2>${t('entry.' + asked.kind)}</h2>
      <p>${asked.kind === 'subtotalDiscount' ? t('entry.wholeSale') : (line?.name ?? '')}</p>
      ${isDiscount ? units(asked, store, t) : nothing}
      <label>${t(isDiscount && asked.percent ? 'entry.percentLabel' : asked.kind === 'quantity' ? 'entry.piecesLabel' : 'entry.yenLabel')}
        <input id="entry" data-focus inputmode="decimal" autocomplete="off" aria-describedby="entry-bounds"
          aria-invalid=${wrong !== null} .value=${live(asked.text)}
          @input=${(/** @type {any} */ e) => type(e.target.value)}>
      </label>
      <p id="entry-bounds" class="bounds" role="alert">${wrong ?? ''}</p>
      ${keypad(asked.text, type, t)}
      <div class="row">
        <button type="button" @click=${sale.closeEntry}>${t('back')}<kbd>Esc</kbd></button>
        <button class="primary" ?disabled=${asked.text === '' || wrong !== null}>${t('apply')}<kbd>Enter</kbd></button>
      </div>
    </form>
  `;
}

/** @param {import('./types.js').Entry} asked @param {import('./register.js').Register['store']} store @param {import('./texts.js').Translate} t */
function units(asked, store, t) {
  /** @param {boolean} percent @param {string} label */
  const unit = (percent, label) => html`
    <button type="button" aria-pressed=${asked.percent === percent}
      @click=${() => store.dispatch({ type: 'entry/percent', percent })}>${label}</button>`;
  return html`<div class="row units">${unit(false, t('entry.yen'))}${unit(true, '%')}</div>`;
}
