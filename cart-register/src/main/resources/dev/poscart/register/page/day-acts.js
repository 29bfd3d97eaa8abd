// @ts-check
/**
 * The day of a till: sign-in, opening, cash in and out, closing, X and Z. A service that leaves
 * these to a terminal service of its own does not know the routes; then there is nothing to do here.
 */
import { isOpen, newKey } from './api.js';
import { format, parse, toApi } from './money.js';
import { countedSum } from './office-state.js';
import { isOpen as isCartOpen } from './sale-state.js';

/** @param {import('./register.js').Register} register */
export function dayActs({ store, changes, call, t, say, refuse, questions, home, terminal }) {
  const { dispatch, get } = store;
  /** @param {string} what @param {any} [body] */
  const post = (what, body) => changes.add({ kind: what, method: 'POST', path: `${terminal}/${what}`, body });

  async function refresh() {
    const reply = await call('GET', terminal);
    if (reply.type !== 'ok') {
      dispatch({ type: 'till', till: { desk: false } });
      if (reply.type === 'refused' && reply.status === 401) refuse(reply);
      return;
    }
    const { staff, status, businessDate, openCounter, businessCounter } = reply.data;
    const person = staff && { id: staff.staffId ?? staff.id, name: staff.staffName ?? staff.name };
    const till = { desk: true, staff: person, status, businessDate, openCounter, businessCounter };
    dispatch({ type: 'till', till });
  }

  /** Names the request for a Z report until it is answered: its first print is the original. */
  let zKey = '';

  /** @param {'flash' | 'daily'} scope */
  const reportPath = (scope) => {
    const { businessDate, openCounter } = get().till;
    return `${home}/reports?report_scope=${scope}&report_type=sales&business_date=${businessDate}&open_counter=${openCounter}`;
  };

  /** The sale that was open is parked or dropped. */
  function closed() {
    dispatch({ type: 'counted/none' });
    const { cart, view } = get();
    if (isCartOpen(cart)) dispatch({ type: 'cart/gone', view });
  }

  return {
    refresh,
    async show() {
      dispatch({ type: 'view', view: 'day' });
      await refresh();
    },
    /** @param {string} staffId @param {string} pin */
    signIn: (staffId, pin) => post('sign-in', pin ? { staffId, pin } : { staffId }),
    signOut: () => post('sign-out'),
    /** @param {string} float */
    open(float) {
      const amount = float === '' ? 0 : parse(float);
      if (amount === null) say('bad', t('entry.noAmount'));
      else post('open', { initialAmount: toApi(amount) });
    },
    /** @param {'cash-in' | 'cash-out'} way @param {string} text @param {string} description */
    cash(way, text, description) {
      const amount = parse(text);
      if (!amount) say('bad', t('entry.noAmount'));
      else post(way, { amount: toApi(amount), ...(description && { description }) });
    },
    /** @param {number} value @param {number} pieces */
    count: (value, pieces) => dispatch({ type: 'counted', value, pieces }),
    close() {
      const { counted, cart } = get();
      const isCounted = Object.keys(counted).length > 0;
      const sum = countedSum(counted);
      const drawer = isCounted ? t('day.closeCounted', { sum: format(sum * 100) }) : t('day.closeUncounted');
      const sale = isCartOpen(cart) ? t('day.closeParks') : '';
      questions.ask(`${t('day.closeQuestion')} ${drawer} ${sale}`, t('day.close'), () =>
        post('close', isCounted ? { physicalAmount: sum } : {}),
      );
    },
    /** @param {'flash' | 'daily'} scope */
    async report(scope) {
      const isZ = scope === 'daily';
      if (isZ) zKey ||= newKey();
      const reply = await call('GET', reportPath(scope), isZ ? { key: zKey } : {});
      if (isZ && !isOpen(reply)) zKey = '';
      if (reply.type !== 'ok') {
        refuse(reply);
        return;
      }
      const title = t(scope === 'flash' ? 'day.x' : 'day.z');
      dispatch({ type: 'slip', slip: { title, text: reply.data.journalText ?? '' } });
    },
    /** @param {import('./changes.js').Change} change @param {import('./api.js').Ok} reply */
    async answered(change, reply) {
      const { journalText } = reply.data;
      if (journalText) dispatch({ type: 'slip', slip: { title: t('day.' + change.kind), text: journalText } });
      const parked = reply.data.parkedCarts?.length ?? 0;
      if (change.kind === 'close') closed();
      say('good', t('day.done.' + change.kind) + (parked ? ' ' + t('day.parked', { count: parked }) : ''));
      await refresh();
    },
  };
}
