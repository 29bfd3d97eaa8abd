// @ts-check
import { html, nothing } from './lit-html.js';
import { live } from './directives/live.js';
import { repeat } from './directives/repeat.js';
import { searchable } from './forms.js';
import { format } from './money.js';
import { shownItems } from './sale-state.js';
import { entry } from './entry-view.js';

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
export function goods(state, register, t) {
  return html`
    ${scanField(state, register, t)}
    ${state.entry ? entry(state, register, t) : html`${categories(state, register, t)}${tiles(state, register, t)}`}
  `;
}

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
function scanField(state, { store, sale }, t) {
  /** @param {KeyboardEvent} event */
  const enter = (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    const field = /** @type {HTMLInputElement} */ (event.target);
    sale.enter(field.value);
    field.value = '';
  };
  return html`
    <label class="scan">
      <span>${t('sale.scan')}</span>
      <input id="scan" type="search" autocomplete="off" enterkeyhint="done" ?data-focus=${!state.entry}
        placeholder=${t('sale.scanHint')} .value=${live(state.search)}
        @input=${(/** @type {any} */ e) => store.dispatch({ type: 'search', text: e.target.value })}
        @keydown=${enter}>
    </label>
  `;
}

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
function categories({ catalogue, category, search }, { store }, t) {
  if (catalogue.categories.length === 0) return nothing;
  return html`
    <div class="categories" role="group" aria-label=${t('sale.categories')}>
      ${catalogue.categories.map(
        ({ code, name }) => html`
          <button aria-pressed=${search === '' && code === category}
            @click=${() => store.dispatch({ type: 'category', code })}>${name}</button>`,
      )}
    </div>
  `;
}

/** @param {import('./types.js').State} state */
function reasonForNone({ search, catalogue }) {
  if (catalogue.away) return 'sale.listAway';
  return search ? 'sale.notFound' : 'sale.scanOnly';
}

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
function tiles(state, { sale }, t) {
  const items = shownItems(state, searchable(state.search.trim()));
  if (!state.catalogue.ready) return html`<p class="empty">${t('sale.loading')}</p>`;
  if (items.length === 0) {
    return html`<p class="empty">${t(reasonForNone(state))}</p>`;
  }
  return html`
    <div class="tiles">
      ${repeat(
        items,
        (item) => item.code,
        (item) => html`
          <button class="tile" @click=${() => sale.scan(item.code)}>
            ${item.image ? html`<img src=${item.image} alt="" width="48" height="48">` : nothing}
            <span class="name">${item.name}</span>
            <span class="price">${format(item.price)}</span>
          </button>`,
      )}
    </div>
  `;
}
