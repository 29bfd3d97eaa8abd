// @ts-check
import { html, nothing } from './lit-html.js';
import { parts } from './pairing.js';

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
export function header(state, { store, office, day }, t) {
  const { till, pairing, view, language, online, master, muted } = state;
  const { no } = parts(pairing?.terminalId ?? '--');
  /** @param {string} name @param {string} key @param {() => unknown} act */
  const tab = (name, key, act) => html`
    <button class="tab" aria-current=${view === name ? 'page' : 'false'} @click=${act}>
      ${t('view.' + name)}<kbd>${key}</kbd>
    </button>`;
  const language2 = language === 'ja' ? 'en' : 'ja';
  return html`
    <header>
      <h1>${till.storeName || 'Poscart'}</h1>
      <p class="till">
        <span>${t('header.till', { no })}</span>
        ${till.staff ? html`<span>${till.staff.name}</span>` : nothing}
        ${till.businessDate ? html`<span>${date(till.businessDate)}</span>` : nothing}
        ${lamp(t('header.network'), online, t)}
        ${master === 'unknown' ? nothing : lamp(t('header.master'), master === 'ok', t)}
      </p>
      <nav aria-label=${t('header.views')}>
        ${tab('sale', 'Esc', () => store.dispatch({ type: 'view', view: 'sale' }))}
        ${tab('parked', 'F7', () => office.show('parked'))}
        ${tab('journal', 'F8', () => office.show('journal'))}
        ${tab('day', 'F9', () => day.show())}
        ${tab('help', '?', () => store.dispatch({ type: 'view', view: 'help' }))}
        <button class="tab" @click=${() => store.dispatch({ type: 'muted' })} id="sound">${t(muted ? 'header.soundOff' : 'header.soundOn')}</button>
        <button class="tab" id="language" lang=${language2}
          @click=${() => store.dispatch({ type: 'language', language: language2 })}>${language2 === 'ja' ? '日本語' : 'English'}</button>
      </nav>
    </header>
  `;
}

/** @param {string} name @param {boolean} ok @param {import('./texts.js').Translate} t */
const lamp = (name, ok, t) =>
  html`<span class="lamp ${ok ? 'ok' : 'away'}">${name} ${ok ? t('header.ok') : t('header.away')}</span>`;

/** @param {string} text YYYYMMDD */
export const date = (text) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
