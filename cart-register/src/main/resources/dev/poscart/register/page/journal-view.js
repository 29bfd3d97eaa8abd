// @ts-check
import { html, nothing } from './lit-html.js';
import { format } from './money.js';
import { paper, reprinted } from './paper-view.js';
import { returning } from './return-view.js';
import { printButtons } from './slip-view.js';

const SALE = 101;
const RETURN = 102;

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
export function journal(state, register, t) {
  const { journal: all, transaction, search } = state;
  const wanted = search.trim();
  const found = wanted ? all.filter((each) => String(each.receiptNo).includes(wanted) || String(each.no) === wanted) : all;
  return html`
    <div class="journal">
      <div class="list">
        <label>${t('journal.search')}
          <input id="receipt" type="search" inputmode="numeric" autocomplete="off" data-focus .value=${search}
            @input=${(/** @type {any} */ e) => register.store.dispatch({ type: 'search', text: e.target.value })}>
        </label>
        ${found.length === 0 ? html`<p class="empty">${t('journal.none')}</p>` : nothing}
        <ol class="entries">${found.map((each) => entry(each, state, register, t))}</ol>
      </div>
      ${transaction ? detail(transaction, state, register, t) : html`<p class="empty">${t('journal.choose')}</p>`}
    </div>
  `;
}

/** @param {import('./types.js').Transaction} each @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
const entry = (each, { transaction }, { office }, t) => html`
  <li>
    <button data-receipt=${each.receiptNo} aria-pressed=${transaction?.no === each.no} @click=${() => office.open(each)}>
      <span>${each.at.slice(11, 16)} #${each.receiptNo}</span>
      <span class="sort">${t('sort.' + each.type)}${marks(each, t)}</span>
      <span class="amount">${format(each.type === SALE ? each.total : -each.total)}</span>
    </button>
  </li>
`;

/** @param {import('./types.js').Transaction} each @param {import('./texts.js').Translate} t */
function marks(each, t) {
  if (each.cancelled) return html` <em class="mark">${t('mark.cancelled')}</em>`;
  if (each.voided) return html` <em class="mark">${t('mark.voided')}</em>`;
  return each.refunded ? html` <em class="mark">${t('mark.returned')}</em>` : nothing;
}

/** @param {import('./types.js').Transaction} shown @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
function detail(shown, state, register, t) {
  const { office } = register;
  const lives = !shown.cancelled && !shown.voided;
  const canVoid = lives && !shown.refunded && (shown.type === SALE || shown.type === RETURN);
  const canReturn = lives && !shown.refunded && shown.type === SALE;
  return html`
    <div class="detail">
      ${state.returning ? returning(state, register, t) : html`
        <div class="row">
          ${printButtons(t)}
          <button class="stop" id="void" ?disabled=${!canVoid} @click=${office.voidTransaction}>${t('journal.void', { amount: format(shown.total) })}</button>
          <button id="return" ?disabled=${!canReturn} @click=${office.startReturn}>${t('journal.return')}</button>
        </div>`}
      ${paper(shown.isNew ? shown.text : reprinted(shown.text), t('done.paper'))}
    </div>
  `;
}
