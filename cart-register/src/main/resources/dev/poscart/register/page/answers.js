// @ts-check
/** What the answers to changes bring about. */
import * as forms from './forms.js';
import { reasonOf } from './api.js';
import { isOpen } from './sale-state.js';

const CONFLICT = '300005';
const UNKNOWN_CART = '401002';
const SILENT = ['create', 'scan'];

/**
 * @param {Pick<import('./register.js').Register, 'store' | 'call' | 't' | 'say' | 'beep'>} register
 * @param {() => import('./register.js').Register} whole
 */
export function answers({ store, call, t, say, beep }, whole) {
  const { dispatch, get } = store;

  /** Reads the cart again, after another till changed it or this page was loaded anew. @param {string} id */
  async function reload(id) {
    const reply = await call('GET', `/carts/${id}`);
    if (reply.type === 'ok') dispatch({ type: 'cart', cart: forms.cart(reply.data, reply.etag) });
    else if (reply.type === 'refused' && reply.code === UNKNOWN_CART) dispatch({ type: 'cart/gone' });
    return reply;
  }

  return {
    reload,
    /** @param {import('./changes.js').Change} change @param {number} attempts */
    onTrying(change, attempts) {
      const pending = SILENT.includes(change.kind) && attempts === 0 ? null : { what: change.kind, attempts };
      if (pending || get().pending) dispatch({ type: 'pending', pending });
    },

    /** @param {import('./changes.js').Change} change @param {import('./api.js').Ok} reply */
    async onDone(change, reply) {
      dispatch({ type: 'pending', pending: null });
      if (change.kind === 'void' || change.kind === 'return') return reversed(change.kind, reply);
      if (change.path.startsWith('/terminals/')) return whole().day.answered(change, reply);
      if (change.kind === 'create') {
        dispatch({ type: 'cart', cart: forms.newCart(reply.data, reply.etag) });
        return;
      }
      const cart = forms.cart(reply.data, reply.etag);
      if (change.kind === 'park') {
        dispatch({ type: 'cart/gone' });
        return say('good', t('sale.parked'));
      }
      dispatch({ type: 'cart', cart });
      dispatch({ type: 'till', till: { storeName: cart.storeName, staff: cart.staff } });
      if (change.scan) scanDone(change.scan);
      if (change.kind === 'retrieve') dispatch({ type: 'view', view: cart.status === 'Paying' ? 'pay' : 'sale' });
      if (change.kind === 'cancel') say('info', t('sale.cancelled'));
      if (change.kind === 'tender' && cart.due <= 0) {
        whole().changes.addNext({ kind: 'bill', method: 'POST', path: `/carts/${cart.id}/bill`, cart: cart.id });
      }
      if (change.kind === 'bill') beep('good');
    },

    /**
     * @param {import('./changes.js').Change} change
     * @param {import('./api.js').Refused} reply
     * @param {import('./changes.js').Change | null} follower
     */
    async onRefused(change, reply, follower) {
      dispatch({ type: 'pending', pending: null });
      const { cart } = get();
      if (reply.code === CONFLICT && cart) await reload(cart.id);
      if (reply.code === UNKNOWN_CART && isOpen(cart)) dispatch({ type: 'cart/gone' });
      const scan = change.scan ?? follower?.scan;
      if (scan) dispatch({ type: 'scan/failed', id: scan, reason: reasonOf(t, reply) });
      else say('bad', reasonOf(t, reply));
      if (scan) beep('bad');
      if (reply.code === '600001') dispatch({ type: 'health', online: true, master: 'away' });
    },
  };

  /** @param {string} id */
  function scanDone(id) {
    dispatch({ type: 'scan/done', id });
    if (get().master === 'away') dispatch({ type: 'health', online: true, master: 'ok' });
    beep('good');
  }

  /** @param {string} kind @param {import('./api.js').Ok} reply */
  async function reversed(kind, reply) {
    await whole().office.journal();
    // Its paper has not been shown before: what is printed now is the original.
    dispatch({ type: 'transaction', transaction: { ...forms.transaction(reply.data), isNew: true } });
    say('good', t(kind === 'void' ? 'journal.voided' : 'journal.returned'));
  }
}
