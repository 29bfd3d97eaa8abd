// @ts-check
import { html, nothing } from './lit-html.js';

/** The focus is on the button that changes nothing: a scanner ends with Enter. @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
export const question = ({ question: asked }, { questions }, t) =>
  asked
    ? html`
        <section class="question" role="alertdialog" aria-modal="true" aria-labelledby="question">
          <p id="question">${asked.text}</p>
          <div class="row">
            <button class="stop" id="yes" @click=${() => questions.answer(true)}>${asked.yes}</button>
            <button id="no" data-focus @click=${() => questions.answer(false)}>${t('question.no')}<kbd>Esc</kbd></button>
          </div>
        </section>`
    : nothing;
