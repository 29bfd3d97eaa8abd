// @ts-check
/** What a clerk does in a sale. Each act sends changes; what they bring about arrives as actions. */
import { newKey } from './api.js';
import { parse, parseCount, toApi } from './money.js';
import { searchable } from './forms.js';
import { isOpen, neighbour, sameGoods, selectedLine, shownItems, takenMoney } from './sale-state.js';

const MAX_QUANTITY = 9_999;

/** @param {import('./register.js').Register} register */
export function saleActs({ store, changes, t, say, questions, resume }) {
  const { dispatch, get } = store;
  /** @param {string} kind @param {string} method @param {string} path @param {any} [body] */
  const change = (kind, method, path, body) => changes.add({ kind, method, path: '/carts/{cart}' + path, body });

  /** @param {string} code @param {number} [quantity] */
  function scan(code, quantity = 1) {
    const { cart, pending } = get();
    const obstacle = obstacleToScan(get());
    if (obstacle) {
      say('bad', t(obstacle));
      return;
    }
    const goOn = () => {
      if (cart?.status === 'Paying' && !pending) resume();
    };
    const same = get().merging ? sameGoods(get(), code) : undefined;
    if (same) {
      goOn();
      change('quantity', 'PATCH', `/lineItems/${same.no}/quantity`, { quantity: same.quantity + quantity });
      return;
    }
    const id = newKey();
    // Before what the way back to the items has to say, since a scan clears what was said.
    dispatch({ type: 'scanned', scan: { id, code, quantity, failed: null } });
    goOn();
    const body = [{ itemCode: code, quantity }];
    changes.add({ kind: 'scan', method: 'POST', path: '/carts/{cart}/lineItems', body, scan: id });
  }

  return {
    scan,
    /** What was typed: a code, or words of a name. @param {string} text */
    enter(text) {
      const typed = text.trim();
      if (typed === '') return;
      const times = /^(\d{1,4})[*x×](\S+)$/.exec(typed);
      const found = shownItems(get(), searchable(typed));
      const isCode = /^[\x21-\x7e]{4,}$/.test(typed) && /\d{4}/.test(typed);
      if (times) scan(times[2], Number(times[1]));
      else if (!isCode && found.length > 0) scan(found[0].code);
      else scan(typed);
      dispatch({ type: 'search', text: '' });
    },
    /** @param {string} id */
    dismiss: (id) => dispatch({ type: 'scan/done', id }),
    /** @param {import('./types.js').Scan} failed */
    again(failed) {
      dispatch({ type: 'scan/done', id: failed.id });
      scan(failed.code, failed.quantity);
    },
    /** @param {number} lineNo */
    select: (lineNo) => dispatch({ type: 'select', lineNo }),
    /** @param {number} step */
    move: (step) => dispatch({ type: 'select', lineNo: neighbour(get(), step) }),
    /** @param {import('./types.js').Entry['kind']} kind */
    ask(kind) {
      const line = selectedLine(get());
      if (kind === 'subtotalDiscount' ? !isOpen(get().cart) : !line) return;
      if (kind === 'discount' && line?.restricted) {
        say('bad', t('refusal.402005'));
        return;
      }
      dispatch({ type: 'entry', entry: { kind, lineNo: line?.no ?? 0, text: '', percent: false } });
    },
    closeEntry: () => dispatch({ type: 'entry', entry: null }),
    applyEntry() {
      const { entry } = get();
      if (!entry || mistake(get(), t) !== null) return;
      const line = `/lineItems/${entry.lineNo}`;
      if (entry.kind === 'quantity') {
        change('quantity', 'PATCH', line + '/quantity', { quantity: parseCount(entry.text) });
      } else if (entry.kind === 'price') {
        change('price', 'PATCH', line + '/unitPrice', { unitPrice: toApi(parse(entry.text) ?? 0) });
      } else if (entry.kind === 'discount') {
        change('discount', 'POST', line + '/discounts', discounts(entry));
      } else {
        subtotalDiscount(entry);
      }
      dispatch({ type: 'entry', entry: null });
    },
    cancelLine() {
      const line = selectedLine(get());
      if (line) change('cancelLine', 'POST', `/lineItems/${line.no}/cancel`);
    },
    cancelSale() {
      const { cart } = get();
      if (!cart || !isOpen(cart)) return;
      const money = takenMoney(cart);
      const text = money ? t('sale.cancelGivingBack', { money }) : t('sale.cancelQuestion');
      questions.ask(text, t('tool.cancel'), () => change('cancel', 'POST', '/cancel'));
    },
    /** @param {string} [note] */
    park(note) {
      if (get().cart?.snapshot) say('bad', t('sale.travels'));
      else if (isOpen(get().cart)) change('park', 'POST', '/park', note ? { note } : {});
    },
  };

  /** A subtotal discount needs the subtotal. @param {import('./types.js').Entry} entry */
  function subtotalDiscount(entry) {
    if (get().cart?.status === 'EnteringItem') change('subtotal', 'POST', '/subtotal');
    change('subtotalDiscount', 'POST', '/discounts', discounts(entry));
    dispatch({ type: 'held', held: null });
  }
}

/** Why nothing can be scanned now; null if it can. @param {import('./types.js').State} state */
function obstacleToScan({ cart, pending, question }) {
  if (question) return 'question.first';
  if (cart?.status !== 'Paying') return null;
  if (pending) return pending.attempts > 0 ? 'pay.unconfirmed' : null;
  return cart.payments.length > 0 ? 'sale.scanWhilePaying' : null;
}

/** @param {import('./types.js').Entry} entry */
const discounts = ({ percent, text }) =>
  text === '0'
    ? []
    : [
        {
          discountType: percent ? 'DiscountPercentage' : 'DiscountAmount',
          discountValue: toApi(parse(text) ?? 0),
        },
      ];

/**
 * Why an entry cannot be sent; null if it can.
 *
 * @param {import('./types.js').State} state
 * @param {import('./texts.js').Translate} t
 */
export function mistake(state, t) {
  const { entry } = state;
  if (!entry) return null;
  if (entry.kind === 'quantity') {
    const count = parseCount(entry.text);
    return count !== null && count >= 1 && count <= MAX_QUANTITY
      ? null
      : t('entry.quantityBounds', { max: MAX_QUANTITY });
  }
  const amount = parse(entry.text);
  if (amount === null) return t('entry.noAmount');
  if (entry.kind === 'price') return null;
  if (entry.percent) return amount <= 100_00 ? null : t('entry.percentBounds');
  return amount <= discountable(state) ? null : t('entry.discountBounds', { max: discountable(state) / 100 });
}

/** The most that can be discounted. @param {import('./types.js').State} state */
function discountable(state) {
  if (state.entry?.kind === 'subtotalDiscount') {
    const given = (state.cart?.discounts ?? []).reduce((sum, d) => sum + d.amount, 0);
    return (state.cart?.balance ?? 0) + given;
  }
  const line = selectedLine(state);
  return line ? line.price * line.quantity : 0;
}
