// @ts-check
/** Starts the page for the person on duty: asks every two seconds and draws what was answered. */
import { html, render } from './lit-html.js';
import { createStore } from './store.js';
import * as texts from './texts.js';
import { ask, keepKey, knownKey } from './feed.js';
import { merge } from './history.js';
import { createPlots } from './plots.js';
import { verdict } from './verdict.js';
import { header, page } from './page-view.js';
import { unlock } from './unlock-view.js';

const EVERY = 2_000;
const HOUR = 3_600;
const PREFERENCES = 'poscart.ops.language';

/** @typedef {import('./ops-types.js').State} State */

const root = /** @type {HTMLElement} */ (document.getElementById('ops'));
const plots = createPlots(root);
/** @type {Record<string, import('./texts.js').Translate>} */
const translators = {
  ja: texts.translator(await texts.load('ja')),
  en: texts.translator(await texts.load('en')),
};

/** @type {State} */
const initial = {
  language: localStorage.getItem(PREFERENCES) === 'en' || !navigator.language.startsWith('ja') ? 'en' : 'ja',
  locked: false,
  refused: false,
  awaySince: null,
  answer: null,
  history: { at: [] },
};
if (localStorage.getItem(PREFERENCES) === 'ja') initial.language = 'ja';
const store = createStore(
  (/** @type {State} */ state, /** @type {Partial<State>} */ change) => ({ ...state, ...change }),
  initial,
);

/** @param {State} state */
function draw(state) {
  const t = translators[state.language];
  document.documentElement.lang = state.language;
  const concerns = verdict(state);
  document.title = (concerns.length ? '▲ ' : '') + t('title') + ' – Poscart';
  if (state.locked) {
    plots.clear();
    render(html`${header(state, t, speak)}${unlock(state.refused, t, open)}`, root);
    return;
  }
  render(page(state, t, speak), root);
  if (state.answer) plots.draw(t, state.history);
}

/** @param {'ja' | 'en'} language */
function speak(language) {
  localStorage.setItem(PREFERENCES, language);
  plots.clear();
  store.dispatch({ language });
}

/** @param {string} key */
function open(key) {
  keepKey(key);
  void look();
}

/** Samples are asked for as far back as this page has none. */
const missing = () => {
  const last = store.get().history.at.at(-1);
  return last == null ? HOUR : Math.min(HOUR, (Date.now() - last) / 1_000 + 10);
};

async function look() {
  const key = knownKey();
  const reply = await ask(key, missing());
  const { history, awaySince } = store.get();
  if (reply.type === 'ok') {
    store.dispatch({
      locked: false,
      refused: false,
      awaySince: null,
      answer: reply.answer,
      history: merge(history, reply.answer.samples),
    });
  } else if (reply.type === 'locked') {
    store.dispatch({ locked: true, refused: key !== null });
  } else {
    store.dispatch({ awaySince: awaySince ?? Date.now() });
  }
}

/** One question at a time; without the key there is nothing to ask. */
async function keepLooking() {
  if (!store.get().locked) await look();
  setTimeout(keepLooking, EVERY);
}

store.listen(draw);
// Colours and widths are the canvases' own.
for (const scheme of ['light', 'dark']) {
  matchMedia(`(prefers-color-scheme: ${scheme})`).addEventListener('change', redraw);
}
addEventListener('resize', redraw);
function redraw() {
  plots.clear();
  draw(store.get());
}
draw(initial);
await keepLooking();
