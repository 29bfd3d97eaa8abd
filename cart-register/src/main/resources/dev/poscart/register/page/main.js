// @ts-check
/** Starts the page: texts, state, the register once it is paired, and what is drawn of it. */
import { render } from './lit-html.js';
import { createStore } from './store.js';
import { initial, reduce } from './state.js';
import * as pairing from './pairing.js';
import * as texts from './texts.js';
import { createRegister } from './register.js';
import { listen, toScanField } from './keyboard.js';
import { shortcuts } from './shortcuts.js';
import { play } from './sounds.js';
import { page } from './page-view.js';
import { claim } from './one-window.js';
import { elsewhere, pair } from './pair-view.js';

const PREFERENCES = 'poscart.preferences';

const preferences = JSON.parse(localStorage.getItem(PREFERENCES) ?? '{}');
const language = preferences.language ?? (navigator.language.startsWith('ja') ? 'ja' : 'en');
const store = createStore(reduce, initial({ ...preferences, language, pairing: pairing.read() }));
const root = /** @type {HTMLElement} */ (document.getElementById('register'));

/** @type {Record<string, import('./texts.js').Translate>} */
const translators = {
  ja: texts.translator(await texts.load('ja')),
  en: texts.translator(await texts.load('en')),
};
/** @type {import('./texts.js').Translate} */
const t = (key, values) => translators[store.get().language](key, values);
/** @param {'good' | 'bad'} sort */
const beep = (sort) => {
  if (!store.get().muted) play(sort);
};

/** @type {import('./register.js').Register | null} */
let register = null;

/**
 * @param {import('./types.js').Pairing} given
 * @param {boolean} [taking] the till over from another window
 */
async function begin(given, taking = false) {
  const mine = await claim(given.terminalId, taking, () => location.reload());
  if (!mine) {
    render(elsewhere(t, () => void begin(given, true)), root);
    return;
  }
  register = createRegister(store, given, t, beep);
  const { sale } = register;
  listen({ scan: (code) => sale.scan(code), shortcut: shortcuts(register) });
  draw(store.get());
}

/** @param {import('./types.js').State} state */
function draw(state) {
  document.documentElement.lang = state.language;
  const before = root.dataset.view;
  root.dataset.view = state.pairing ? state.view + (state.entry ? '-entry' : '') + (state.question ? '-question' : '') : 'pair';
  if (!register) {
    if (!state.pairing) render(pair(t, enter), root);
    return;
  }
  render(page(state, register, t), root);
  if (before !== root.dataset.view) focusFirst();
}

/** A view that takes keys says where. */
function focusFirst() {
  const field = root.querySelector('[data-focus]');
  if (field instanceof HTMLElement) field.focus();
  else toScanField();
}

/** @param {import('./types.js').Pairing} given */
function enter(given) {
  store.dispatch({ type: 'paired', pairing: pairing.keep(given) });
  void begin(given);
}

store.listen(draw);
store.listen(({ language: chosen, muted, merging }) =>
  localStorage.setItem(PREFERENCES, JSON.stringify({ language: chosen, muted, merging })),
);
// The scan field owns the keyboard. A finger would bring up the one on the screen.
root.addEventListener('click', (event) => {
  const { view, entry, question } = store.get();
  const isByMouse = event instanceof PointerEvent && event.pointerType === 'mouse';
  if (view === 'sale' && !entry && !question && isByMouse) queueMicrotask(toScanField);
});
addEventListener('hashchange', () => {
  if (location.hash.includes('terminal=')) location.reload();
});
const known = store.get().pairing;
if (known) await begin(known);
else draw(store.get());
