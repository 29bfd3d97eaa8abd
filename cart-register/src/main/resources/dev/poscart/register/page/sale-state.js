// @ts-check
/** How the actions of a sale change the state: scans, lines, entry, tenders. */

import { format } from './money.js';

/** @typedef {import('./types.js').State} State */

/** Whether a cart can still be changed. @param {import('./types.js').Cart | null} cart */
export const isOpen = (cart) => cart !== null && !['Completed', 'Cancelled'].includes(cart.status);

/** @param {State} state @param {import('./state.js').Action} action @returns {State} */
export function sale(state, action) {
  switch (action.type) {
    case 'scanned':
      return scanned(state, action.scan);
    case 'scan/failed':
      return { ...state, scans: state.scans.map((s) => (s.id === action.id ? { ...s, failed: action.reason } : s)) };
    case 'scan/done':
      return { ...state, scans: state.scans.filter((scan) => scan.id !== action.id) };
    case 'cart':
      return withCart(state, action.cart);
    case 'cart/gone':
      return { ...state, cart: null, selected: 0, entry: null, held: null, view: action.view ?? 'sale' };
    case 'held':
      return { ...state, held: action.held };
    case 'select':
      return { ...state, selected: action.lineNo, entry: null };
    case 'entry':
      return { ...state, entry: action.entry };
    case 'entry/text':
      return state.entry ? { ...state, entry: { ...state.entry, text: action.text } } : state;
    case 'entry/percent':
      return state.entry ? { ...state, entry: { ...state.entry, percent: action.percent } } : state;
    case 'search':
      return { ...state, search: action.text };
    case 'category':
      return { ...state, category: action.code, search: '' };
    case 'tendered':
      return { ...state, tendered: action.text };
    default:
      return state;
  }
}

/** The first scan after a bill starts the next sale. @param {State} state @param {import('./types.js').Scan} scan @returns {State} */
function scanned(state, scan) {
  const next = { ...state, scans: [...state.scans, scan], search: '', notice: null };
  return state.view === 'done' ? { ...next, view: 'sale', cart: null, selected: 0 } : next;
}

/** @param {State} state @param {import('./types.js').Cart} cart @returns {State} */
function withCart(state, cart) {
  const before = state.cart?.id === cart.id ? state.cart.lines.length : 0;
  const last = [...cart.lines].reverse().find((line) => !line.cancelled);
  const isThere = cart.lines.some((line) => line.no === state.selected && !line.cancelled);
  const selected = cart.lines.length > before || !isThere ? (last?.no ?? 0) : state.selected;
  return { ...state, cart, selected, view: viewFor(state, cart) };
}

/** @param {State} state @param {import('./types.js').Cart} cart @returns {import('./types.js').View} */
function viewFor(state, cart) {
  if (cart.status === 'Completed') return 'done';
  if (cart.status === 'Cancelled') return 'sale';
  if (cart.status === 'Paying') return 'pay';
  return ['pay', 'done'].includes(state.view) ? 'sale' : state.view;
}

/** The line that keys act on. @param {State} state */
export const selectedLine = (state) =>
  state.cart?.lines.find((line) => line.no === state.selected && !line.cancelled) ?? null;

/** The line before or after the selected one. @param {State} state @param {number} step */
export function neighbour(state, step) {
  const live = state.cart?.lines.filter((line) => !line.cancelled) ?? [];
  const at = live.findIndex((line) => line.no === state.selected);
  return live[Math.min(Math.max(at + step, 0), live.length - 1)]?.no ?? 0;
}

/** A line with the same goods at the same price, to which a scan may add. @param {State} state @param {string} code */
export const sameGoods = (state, code) =>
  [...(state.cart?.lines ?? [])]
    .reverse()
    .find((l) => l.code === code && !l.cancelled && !l.priceChanged && l.discounts.length === 0);

/** The items to show: found by the search text, or else those of the category if there are any. @param {State} state @param {string} text */
export function shownItems(state, text) {
  const { items, categories } = state.catalogue;
  if (!text && categories.length) return items.filter((item) => item.category === state.category);
  const words = text.split(/\s+/);
  return items.filter((item) => words.every((word) => item.search.includes(word))).slice(0, 60);
}

/** The money that a customer has handed over and gets back if the sale does not go on. @param {import('./types.js').Cart | null} cart */
export const takenMoney = (cart) => (cart?.payments ?? []).map((p) => `${p.name} ${format(p.amount)}`).join(', ');
