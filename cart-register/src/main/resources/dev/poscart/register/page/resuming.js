// @ts-check
/**
 * Goes back from the payment to the items. The service takes discounts of the whole sale off while
 * items are entered; those that a clerk gave come back with the next subtotal.
 */

/** @param {Pick<import('./register.js').Register, 'store' | 'changes' | 't' | 'say'>} register */
export function resuming({ store, changes, t, say }) {
  return () => {
    const { cart } = store.get();
    if (!cart) return;
    changes.add({ kind: 'resume', method: 'POST', path: '/carts/{cart}/resume-item-entry' });
    const discounts = cart.discounts.filter((discount) => !discount.promotion);
    store.dispatch({ type: 'held', held: discounts.length ? { cart: cart.id, discounts } : null });
    if (discounts.length) say('info', t('sale.discountHeld'));
  };
}

/** What brings held discounts back. @param {import('./types.js').State} state @returns {any[]} */
export function heldDiscounts({ held, cart }) {
  if (!held || held.cart !== cart?.id) return [];
  return held.discounts.map(({ type, value }) => ({ discountType: type, discountValue: value }));
}
