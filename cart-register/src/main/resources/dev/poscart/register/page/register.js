// @ts-check
/** Puts the parts of a paired register together. */
import { createAddresses, named } from './addresses.js';
import { createApi, reasonOf } from './api.js';
import { createChanges } from './changes.js';
import { answers } from './answers.js';
import { saleActs } from './sale-acts.js';
import { payActs } from './pay-acts.js';
import { homeOf, officeActs } from './office-acts.js';
import { dayActs } from './day-acts.js';
import { isOpen } from './sale-state.js';
import { loadCatalogue } from './catalogue.js';
import { questions } from './questions.js';
import { resuming } from './resuming.js';
import { createNumbers } from './numbers.js';
import { watchHealth } from './health.js';

/**
 * @typedef {object} Register
 * @property {ReturnType<typeof import('./store.js').createStore<import('./types.js').State, import('./state.js').Action>>} store
 * @property {import('./addresses.js').Addresses} addresses
 * @property {import('./api.js').Api} call
 * @property {import('./texts.js').Translate} t
 * @property {string} home path of the terminal's transactions and reports
 * @property {string} terminal path of the terminal
 * @property {(sort: 'good' | 'bad' | 'info', text: string) => void} say
 * @property {(reply: import('./api.js').Refused | import('./api.js').Unanswered) => void} refuse
 * @property {(sort: 'good' | 'bad') => void} beep
 * @property {ReturnType<typeof createChanges>} changes
 * @property {ReturnType<typeof questions>} questions
 * @property {() => void} resume
 * @property {ReturnType<typeof saleActs>} sale
 * @property {ReturnType<typeof payActs>} pay
 * @property {ReturnType<typeof officeActs>} office
 * @property {ReturnType<typeof dayActs>} day
 */

/**
 * @param {Register['store']} store
 * @param {import('./types.js').Pairing} pairing
 * @param {import('./texts.js').Translate} t
 * @param {Register['beep']} beep
 * @returns {Register}
 */
export function createRegister(store, pairing, t, beep) {
  const addresses = createAddresses(location.origin, named(), (elsewhere) =>
    store.dispatch({ type: 'elsewhere', elsewhere }),
  );
  const call = createApi(pairing, () => store.get().language, addresses);
  /** @type {Register['say']} */
  const say = (sort, text) => {
    store.dispatch({ type: 'notice', notice: { sort, text } });
    if (sort === 'bad') beep('bad');
  };
  /** @type {Register['refuse']} */
  const refuse = (reply) =>
    say('bad', reply.type === 'refused' ? reasonOf(t, reply) : t('state.networkAway'));
  const base = /** @type {Register} */ ({
    store,
    addresses,
    call,
    t,
    say,
    refuse,
    beep,
    home: homeOf(pairing.terminalId),
    terminal: '/terminals/' + pairing.terminalId,
  });
  const react = answers(base, () => base);
  const numbers = createNumbers('poscart.numbers.' + pairing.terminalId);
  base.changes = createChanges({
    call,
    addresses,
    numbers,
    name: 'poscart.changes.' + pairing.terminalId,
    openCart: () => (isOpen(store.get().cart) ? store.get().cart : null),
    ...react,
  });
  base.questions = questions(base);
  base.resume = resuming(base);
  base.sale = saleActs(base);
  base.pay = payActs(base);
  base.office = officeActs(base);
  base.day = dayActs(base);
  void start(base, pairing, numbers, react.reload);
  return base;
}

/** The last number in the log, where this till gives numbers itself. @param {Register} register @param {import('./numbers.js').Numbers} numbers */
async function readNumbers({ addresses, call, home }, numbers) {
  if (!addresses.areSeveral) return;
  const reply = await call('GET', `${home}/transactions?sort=transaction_no:-1&limit=1&include_cancelled=true`);
  const last = reply.type === 'ok' && reply.data[0];
  if (last) numbers.sawBefore(last.transactionNo, last.receiptNo);
}

/**
 * @param {Register} register @param {import('./types.js').Pairing} pairing
 * @param {import('./numbers.js').Numbers} numbers @param {(id: string) => Promise<any>} reload
 */
async function start(register, pairing, numbers, reload) {
  const { store, changes } = register;
  const kept = 'poscart.cart.' + pairing.terminalId;
  const open = localStorage.getItem(kept);
  // A cart that travels is nowhere else.
  if (open?.startsWith('{')) store.dispatch({ type: 'cart', cart: JSON.parse(open) });
  else if (open) await reload(open);
  changes
    .waiting()
    .filter((change) => change.scan)
    .forEach(({ scan, body }) =>
      store.dispatch({
        type: 'scanned',
        scan: { id: scan, code: body[0].itemCode, quantity: body[0].quantity, failed: null },
      }),
    );
  store.listen(({ cart }) => {
    if (cart && isOpen(cart)) localStorage.setItem(kept, cart.snapshot ? JSON.stringify(cart) : cart.id);
    else if (changes.waiting().length === 0) localStorage.removeItem(kept);
  });
  await readNumbers(register, numbers);
  changes.resume();
  await Promise.all([register.day.refresh(), loadCatalogue(register, pairing)]);
  watchHealth(register);
}
