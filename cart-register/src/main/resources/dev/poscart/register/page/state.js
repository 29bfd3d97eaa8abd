// @ts-check
/** The state of the register, and how each action changes it. Pure: no clock, no network. */
import { sale } from './sale-state.js';
import { office } from './office-state.js';

/** @typedef {{type: string} & Record<string, any>} Action */
/** @typedef {import('./types.js').State} State */

/** @param {Partial<State>} known @returns {State} */
export const initial = (known) => ({
  language: 'ja',
  muted: false,
  merging: false,
  pairing: null,
  till: {
    desk: false,
    storeName: '',
    staff: null,
    status: '',
    businessDate: '',
    openCounter: 0,
    businessCounter: 0,
  },
  catalogue: { ready: false, away: false, items: [], categories: [], methods: [] },
  view: 'sale',
  cart: null,
  scans: [],
  selected: 0,
  entry: null,
  search: '',
  category: '',
  tendered: '',
  pending: null,
  notice: null,
  question: null,
  held: null,
  online: true,
  elsewhere: false,
  master: 'unknown',
  parked: [],
  journal: [],
  transaction: null,
  returning: null,
  explanation: null,
  slip: null,
  counted: {},
  ...known,
});

/** @param {State} state @param {Action} action @returns {State} */
export function reduce(state, action) {
  switch (action.type) {
    case 'language':
      return { ...state, language: action.language };
    case 'muted':
      return { ...state, muted: !state.muted };
    case 'merging':
      return { ...state, merging: !state.merging };
    case 'paired':
      return { ...state, pairing: action.pairing };
    case 'view':
      return { ...state, view: action.view, entry: null, notice: null, returning: null, slip: null };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'question':
      return { ...state, question: action.question };
    case 'pending':
      return { ...state, pending: action.pending, online: !(action.pending?.attempts > 0) };
    case 'till':
      return { ...state, till: { ...state.till, ...action.till } };
    case 'health':
      return { ...state, online: action.online, master: action.master };
    case 'elsewhere':
      return { ...state, elsewhere: action.elsewhere };
    case 'catalogue':
      return {
        ...state,
        catalogue: action.catalogue,
        category: action.catalogue.categories[0]?.code ?? '',
      };
    default:
      return office(sale(state, action), action);
  }
}
