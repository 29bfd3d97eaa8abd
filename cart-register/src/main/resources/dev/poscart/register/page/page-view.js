// @ts-check
import { html, nothing } from './lit-html.js';
import { header } from './header-view.js';
import { goods } from './goods-view.js';
import { ticket } from './ticket-view.js';
import { pay } from './pay-view.js';
import { done } from './done-view.js';
import { journal } from './journal-view.js';
import { parked } from './parked-view.js';
import { day } from './day-view.js';
import { explain } from './explain-view.js';
import { help } from './help-view.js';
import { slip } from './slip-view.js';
import { question } from './question-view.js';

/**
 * The whole page: what happens all day is one screen of two halves, goods and ticket; the rest
 * takes the place of the goods.
 *
 * @param {import('./types.js').State} state
 * @param {import('./register.js').Register} register
 * @param {import('./texts.js').Translate} t
 */
export function page(state, register, t) {
  const views = { sale: goods, pay, done, journal, parked, day, explain, help };
  const wide = ['journal', 'day'].includes(state.view);
  return html`
    ${question(state, register, t)}
    ${header(state, register, t)}
    ${notices(state, register, t)}
    <main class=${wide ? 'wide' : 'halves'} ?inert=${state.question !== null}>
      <section class="left" aria-label=${t('view.' + state.view)}>${views[state.view](state, register, t)}</section>
      ${wide ? nothing : ticket(state, register, t)}
    </main>
    ${slip(state, t)}
  `;
}

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
function notices({ pending, notice, online, elsewhere, master }, { store }, t) {
  const close = () => store.dispatch({ type: 'notice', notice: null });
  return html`
    <div class="notices" role="status" aria-live="polite">
      ${pending && pending.attempts > 0
        ? html`<p class="notice attention" id="pending">${t('state.pending', {
            what: t('change.' + pending.what),
            attempts: pending.attempts + 1,
          })}</p>`
        : online && !elsewhere
          ? nothing
          : html`<p class="notice attention" id="away">${t(elsewhere ? 'state.elsewhere' : 'state.networkAway')}</p>`}
      ${online && master === 'away' ? html`<p class="notice attention">${t('state.masterAway')}</p>` : nothing}
      ${notice
        ? html`<p class="notice ${notice.sort}" id="notice">${notice.text}
            <button class="quiet" @click=${close}>${t('close')}</button></p>`
        : nothing}
    </div>
  `;
}
