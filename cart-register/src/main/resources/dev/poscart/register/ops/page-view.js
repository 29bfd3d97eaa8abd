// @ts-check
import { html, nothing } from './lit-html.js';
import { verdict } from './verdict.js';
import { clock } from './format.js';
import { tiles } from './tiles-view.js';
import { strips } from './strip-view.js';
import { plots } from './plots-view.js';
import { changes, requests, warnings } from './tables-view.js';

/**
 * The whole page, from what is wrong down to the figures.
 *
 * @param {import('./ops-types.js').State} state
 * @param {import('./texts.js').Translate} t
 * @param {(language: 'ja' | 'en') => void} speak
 */
export function page(state, t, speak) {
  return html`
    ${header(state, t, speak)}
    <main class="ops">
      ${sentence(state, t)}
      ${state.answer
        ? html`${strips(state.history, t)} ${tiles(state, state.answer, t)} ${plots(state.history, t)}
            ${warnings(state.answer, t)} ${changes(state.answer, t)} ${requests(state.answer, t)}`
        : nothing}
    </main>
  `;
}

/** @param {import('./ops-types.js').State} state @param {import('./texts.js').Translate} t @param {(language: 'ja' | 'en') => void} speak */
export function header({ answer, language, awaySince }, t, speak) {
  const other = language === 'ja' ? 'en' : 'ja';
  return html`
    <header>
      <h1>${t('title')}</h1>
      <p class="till">
        ${answer
          ? html`<span>Poscart ${answer.service.version}</span>
              <span class="lamp ${awaySince === null ? 'ok' : 'away'}">${t('asOf', { at: clock(answer.at) })}</span>`
          : nothing}
      </p>
      <nav aria-label=${t('more')}>
        <a class="tab" href="/docs">${t('link.docs')}</a>
        <a class="tab" href="/metrics">${t('link.metrics')}</a>
        <button class="tab" id="language" lang=${other} @click=${() => speak(other)}>${other === 'ja' ? '日本語' : 'English'}</button>
      </nav>
    </header>
  `;
}

/** One sentence for all that is wrong, with what to do. @param {import('./ops-types.js').State} state @param {import('./texts.js').Translate} t */
function sentence(state, t) {
  const concerns = verdict(state);
  if (concerns.length === 0) {
    return html`<section class="verdict good" role="status"><h2 id="verdict">${t(state.answer ? 'allIsWell' : 'asking')}</h2></section>`;
  }
  return html`<section class="verdict ${concerns[0].sort}" role="status">
    ${concerns.map(
      ({ key, since, values }, i) => html`<div data-concern=${key}>
        <h2 id=${i === 0 ? 'verdict' : nothing}>${t('concern.' + key, values)}${since === null ? nothing : html` <small>${t('since', values)}</small>`}</h2>
        <p>${t('advice.' + key)}</p>
      </div>`,
    )}
    <p class="note">${t('manual')}</p>
  </section>`;
}
