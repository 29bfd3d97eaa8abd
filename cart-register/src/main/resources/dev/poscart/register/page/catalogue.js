// @ts-check
/**
 * What there is to sell and to pay with, by master-data's lists. A service that has no such lists
 * leaves scanning, and the methods that every shop has.
 */
import * as forms from './forms.js';
import { parts } from './pairing.js';

const PAGE = 500;

/** @type {import('./types.js').Method[]} */
const USUAL_METHODS = [{ code: '01', name: '現金', canRefund: true, canOverpay: true, limit: 0 }];

/** @param {import('./register.js').Register} register @param {import('./types.js').Pairing} pairing */
export async function loadCatalogue({ store, call }, pairing) {
  const { tenant, store: shop } = parts(pairing.terminalId);
  /** @param {string} list @returns {Promise<any[]>} */
  async function all(list) {
    const found = [];
    for (let page = 1; ; page++) {
      const reply = await call('GET', `/tenants/${tenant}/${list}?limit=${PAGE}&page=${page}`);
      if (reply.type !== 'ok') return found;
      found.push(...reply.data);
      if (reply.data.length < PAGE) return found;
    }
  }
  const [items, prices, categories, methods] = await Promise.all(
    ['items', `stores/${shop}/items`, 'categories', 'payments'].map(all),
  );
  const storePrices = new Map(prices.map((price) => [price.itemCode, price.storePrice]));
  const used = new Set(items.map((item) => item.categoryCode));
  store.dispatch({
    type: 'catalogue',
    catalogue: {
      ready: true,
      items: items.map((item) => forms.item(item, storePrices)),
      categories: categories
        .filter((category) => used.has(category.categoryCode))
        .map((category) => ({ code: category.categoryCode, name: category.description })),
      methods: methods.length ? methods.filter((m) => m.isActive).map(forms.method) : USUAL_METHODS,
    },
  });
}
