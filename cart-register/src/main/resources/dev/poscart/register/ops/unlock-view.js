// @ts-check
import { html, nothing } from './lit-html.js';

/** Asks for the key. @param {boolean} refused @param {import('./texts.js').Translate} t @param {(key: string) => void} open */
export const unlock = (refused, t, open) => html`
  <main class="pair">
    <h2>${t('unlock.title')}</h2>
    <p class="note">${t('unlock.why')}</p>
    ${refused ? html`<p class="notice bad" role="alert">${t('unlock.refused')}</p>` : nothing}
    <form
      @submit=${(/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        const form = /** @type {HTMLFormElement} */ (event.target);
        open(String(new FormData(form).get('key')).trim());
      }}
    >
      <label>${t('unlock.key')}<input name="key" type="password" autocomplete="off" required autofocus></label>
      <button class="primary">${t('unlock.open')}</button>
    </form>
  </main>
`;
