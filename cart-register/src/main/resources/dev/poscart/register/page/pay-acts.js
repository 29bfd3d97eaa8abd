// @ts-check
/** What a clerk does to be paid. */
import { parse, toApi } from './money.js';
import { heldDiscounts } from './resuming.js';
import { isOpen, takenMoney } from './sale-state.js';

/** @param {import('./register.js').Register} register */
export function payActs({ store, changes, t, say, questions, resume }) {
  const { dispatch, get } = store;
  /** @param {string} kind @param {string} path @param {any} [body] */
  const post = (kind, path, body) => changes.add({ kind, method: 'POST', path: '/carts/{cart}' + path, body });

  function leave() {
    dispatch({ type: 'tendered', text: '' });
    if (get().cart?.status === 'Paying') resume();
  }

  return {
    start() {
      const { cart, scans } = get();
      if (!isOpen(cart) || !cart?.lines.some((line) => !line.cancelled)) return;
      if (scans.length > 0) {
        say('bad', t(scans.some((scan) => scan.failed) ? 'pay.failedScans' : 'pay.scansWait'));
        return;
      }
      if (cart.status !== 'EnteringItem') {
        dispatch({ type: 'view', view: 'pay' });
        return;
      }
      post('subtotal', '/subtotal');
      const held = heldDiscounts(get());
      if (held.length > 0) post('subtotalDiscount', '/discounts', held);
      dispatch({ type: 'held', held: null });
    },
    back() {
      const { cart, pending } = get();
      if (pending) {
        say('bad', t('pay.unconfirmed'));
        return;
      }
      const money = takenMoney(cart);
      if (money) questions.ask(t('pay.giveBack', { money }), t('pay.back'), leave);
      else leave();
    },
    /** @param {string} text */
    type: (text) => dispatch({ type: 'tendered', text }),
    /**
     * Takes a tender: the given amount, or what was typed, or what is left to pay.
     *
     * @param {import('./types.js').Method} method
     * @param {import('./money.js').Amount} [given]
     */
    tender(method, given) {
      const { cart, tendered, pending } = get();
      if (!cart || pending) return;
      const due = method.canOverpay ? cart.due : cart.balance;
      const amount = given ?? (tendered === '' ? due : parse(tendered));
      const wrong = mistake(t, method, cart.balance, amount);
      if (wrong || amount === null) {
        say('bad', wrong ?? '');
        return;
      }
      post('tender', '/payments', [{ paymentCode: method.code, amount: toApi(amount) }]);
      dispatch({ type: 'tendered', text: '' });
    },
    next() {
      dispatch({ type: 'cart/gone' });
    },
  };
}

/**
 * @param {import('./texts.js').Translate} t
 * @param {import('./types.js').Method} method
 * @param {import('./money.js').Amount} balance
 * @param {import('./money.js').Amount | null} amount
 */
function mistake(t, method, balance, amount) {
  if (amount === null || amount === 0) return t('entry.noAmount');
  if (!method.canOverpay && amount > balance) return t('refusal.403004');
  if (method.limit > 0 && amount > method.limit) return t('pay.limit', { max: method.limit / 100 });
  return null;
}
