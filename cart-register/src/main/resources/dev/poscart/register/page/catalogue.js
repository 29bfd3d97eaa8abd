// @ts-check
/**
 * What there is to sell and to pay with, by master-data's lists. A service that has no such lists
 * leaves scanning, and the methods that every shop has.
 */
import * as forms from './forms.js';
import { parts } from './pairing.js';

const PAGE = 500;
const AGAIN = 5_000;

/** @type {import('./types.js').Method[]} */
const USUAL_METHODS = [{ code: '01', name: '現金', canRefund: true, canOverpay: true, limit: 0 }];

/**
 * Loads the lists, and again after a while if there is no answer.
 *
 * @param {import('./register.js').Register} register @param {import('./types.js').Pairing} pairing
 */
export async function loadCatalogue(register, pairing) {
  const catalogue = await readCatalogue(register.call, pairing);
  register.store.dispatch({ type: 'catalogue', catalogue });
  if (catalogue.away) setTimeout(() => void loadCatalogue(register, pairing), AGAIN);
}

/**
 * @param {import('./api.js').Api} call @param {import('./types.js').Pairing} pairing
 * @returns {Promise<import('./types.js').Catalogue>}
 */
export async function readCatalogue(call, pairing) {
  const { tenant, store } = parts(pairing.terminalId);
  const lists = await Promise.all(
    ['items', `stores/${store}/items`, 'categories', 'payments'].map((list) =>
      whole(call, `/tenants/${tenant}/${list}`),
    ),
  );
  const [items, prices, categories, methods] = lists.map((list) => list ?? []);
  const sold = items.filter((item) => !item.isDeleted);
  const storePrices = new Map(prices.map((price) => [price.itemCode, price.storePrice]));
  const used = new Set(sold.map((item) => item.categoryCode));
  return {
    ready: true,
    away: lists.includes(null),
    items: sold.map((item) => forms.item(item, storePrices)),
    categories: categories
      .filter((category) => used.has(category.categoryCode))
      .map((category) => ({ code: category.categoryCode, name: category.description })),
    methods: methods.length ? methods.filter((m) => m.isActive).map(forms.method) : USUAL_METHODS,
  };
}

/**
 * All pages of a list; null if one of them is not answered.
 *
 * @param {import('./api.js').Api} call @param {string} path @returns {Promise<any[] | null>}
 */
async function whole(call, path) {
  const found = [];
  for (let page = 1; ; page++) {
    const reply = await call('GET', `${path}?limit=${PAGE}&page=${page}`);
    if (reply.type === 'refused' && reply.status === 404) return [];
    if (reply.type !== 'ok') return null;
    found.push(...reply.data);
    if (reply.data.length < PAGE) return found;
  }
}
