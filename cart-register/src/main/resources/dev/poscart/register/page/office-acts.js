// @ts-check
/** What a clerk does beside a sale: parked carts, the journal of the day, explanations. */
import * as forms from './forms.js';
import { fromApi, toApi } from './money.js';
import { parts } from './pairing.js';
import { selection } from './office-state.js';
import { isOpen } from './sale-state.js';

const SALE = 101;

/** @param {import('./register.js').Register} register */
export function officeActs({ store, changes, call, t, say, refuse, home }) {
  const { dispatch, get } = store;
  const log = `${home}/transactions`;

  /** @param {string} path @param {(data: any) => void} then */
  async function read(path, then) {
    const reply = await call('GET', path);
    if (reply.type === 'ok') then(reply.data);
    else refuse(reply);
  }

  async function journal() {
    const date = get().till.businessDate;
    const query = `?sort=transaction_no:-1&limit=200&include_cancelled=true`;
    await read(log + query + (date ? `&business_date=${date}` : ''), (data) =>
      dispatch({ type: 'journal', transactions: data.map(forms.transaction) }),
    );
  }

  async function quote() {
    const { transaction, returning } = get();
    if (!transaction || !returning) return;
    const pieces = selection(returning).map((e) => `piece=${e.lineNo}:${e.quantity}`);
    await read(`${log}/${transaction.no}/return?${pieces.join('&')}`, (data) =>
      dispatch({
        type: 'returning/quoted',
        amount: fromApi(data.refundAmount),
        left: Object.fromEntries(data.lineItems.map((/** @type {any} */ l) => [l.lineNo, l.returnableQuantity])),
      }),
    );
  }

  return {
    /** @param {import('./types.js').View} view */
    async show(view) {
      dispatch({ type: 'view', view });
      if (view === 'journal') await journal();
      if (view === 'parked') {
        await read('/carts?status=parked&limit=100', (carts) => dispatch({ type: 'parked', carts }));
      }
    },
    /** @param {import('./types.js').Transaction} transaction */
    open: (transaction) => dispatch({ type: 'transaction', transaction }),
    /** @param {string} cartId */
    retrieve(cartId) {
      if (isOpen(get().cart)) say('bad', t('parked.saleIsOpen'));
      else changes.add({ kind: 'retrieve', method: 'POST', path: `/carts/${cartId}/retrieve` });
    },
    voidTransaction() {
      const { transaction } = get();
      if (transaction) reverse(transaction, 'void', paid(transaction));
    },
    async startReturn() {
      const { transaction, catalogue } = get();
      if (!transaction || transaction.type !== SALE) return;
      const methods = catalogue.methods.filter((method) => method.canRefund);
      const first = methods.find((m) => transaction.payments.some((p) => p.code === m.code)) ?? methods[0];
      const returning = { returned: {}, method: first?.code ?? '01', amount: null, left: {} };
      dispatch({ type: 'returning', returning });
      await quote();
    },
    stopReturn: () => dispatch({ type: 'returning', returning: null }),
    /** @param {number} lineNo @param {number} pieces */
    async pieces(lineNo, pieces) {
      dispatch({ type: 'returning/pieces', lineNo, pieces });
      await quote();
    },
    async returnAll() {
      Object.entries(get().returning?.left ?? {}).forEach(([lineNo, pieces]) =>
        dispatch({ type: 'returning/pieces', lineNo: Number(lineNo), pieces }),
      );
      await quote();
    },
    /** @param {string} code */
    refundBy: (code) => dispatch({ type: 'returning/method', code }),
    confirmReturn() {
      const { transaction, returning } = get();
      if (!transaction || !returning?.amount) return;
      const payments = [{ paymentCode: returning.method, amount: toApi(returning.amount) }];
      reverse(transaction, 'return', { payments, lineItems: selection(returning) });
    },
    async explain() {
      const { cart } = get();
      if (cart?.snapshot) say('bad', t('sale.travels'));
      else if (cart) {
        await read(`/carts/${cart.id}/explain`, (explanation) => dispatch({ type: 'explained', explanation }));
      }
    },
    journal,
  };

  /** @param {import('./types.js').Transaction} transaction @param {string} what @param {any} body */
  function reverse(transaction, what, body) {
    changes.add({ kind: what, method: 'POST', path: `${log}/${transaction.no}/${what}`, body });
  }
}

/** The payments of a transaction, each code once. @param {import('./types.js').Transaction} transaction */
function paid(transaction) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  transaction.payments.forEach((p) => sums.set(p.code, (sums.get(p.code) ?? 0) + p.amount));
  return [...sums].map(([paymentCode, amount]) => ({ paymentCode, amount: toApi(amount) }));
}

/** Where a terminal's transactions and reports are. @param {string} terminalId */
export function homeOf(terminalId) {
  const { tenant, store, no } = parts(terminalId);
  return `/tenants/${tenant}/stores/${store}/terminals/${no}`;
}
