// @ts-check
import { html } from './lit-html.js';
import { forget } from './pairing.js';
import { HELP } from './shortcuts.js';

const unpair = () => {
  forget();
  location.reload();
};

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
export const help = ({ pairing, merging }, { store }, t) => html`
  <h2>${t('view.help')}</h2>
  <dl class="help">
    ${HELP.map(({ keys, text }) => html`<dt><kbd>${keys}</kbd></dt><dd>${t(text)}</dd>`)}
  </dl>
  <label class="switch">
    <input type="checkbox" .checked=${merging} @change=${() => store.dispatch({ type: 'merging' })}>
    ${t('help.merging')}
  </label>
  <p>${t('help.paired', { id: pairing?.terminalId ?? '' })} <button @click=${unpair}>${t('help.unpair')}</button></p>
`;
