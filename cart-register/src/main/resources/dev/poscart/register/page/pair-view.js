// @ts-check
import { html } from './lit-html.js';

/** This till is worked in another window. @param {import('./texts.js').Translate} t @param {() => void} take */
export const elsewhere = (t, take) => html`
  <main class="pair">
    <h1>${t('elsewhere.title')}</h1>
    <p>${t('elsewhere.why')}</p>
    <p><button class="primary" id="take-over" @click=${take}>${t('elsewhere.take')}</button></p>
  </main>
`;

/**
 * Asks for the terminal's id and key, once for this browser.
 *
 * @param {import('./texts.js').Translate} t
 * @param {(pairing: import('./types.js').Pairing) => void} enter
 */
export function pair(t, enter) {
  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    enter({ terminalId: String(form.get('terminal')).trim(), key: String(form.get('key')).trim() });
  };
  return html`
    <main class="pair">
      <h1>${t('pair.title')}</h1>
      <p>${t('pair.why')}</p>
      <form @submit=${submit}>
        <label>${t('pair.terminal')}
          <input name="terminal" required pattern="[^\\-]+-[^\\-]+-[0-9]+" placeholder="D0001-0001-1" autocomplete="off">
        </label>
        <label>${t('pair.key')}
          <input name="key" type="password" required autocomplete="off">
        </label>
        <button class="primary">${t('pair.enter')}</button>
      </form>
    </main>
  `;
}
