// @ts-check
/** The API's bodies as the register keeps them: amounts as whole numbers, short names. */
import { fromApi } from './money.js';

/** @param {any} d @returns {import('./types.js').Discount} */
const discount = (d) => ({
  type: d.discountType,
  value: d.discountValue,
  amount: fromApi(d.discountAmount),
  name: d.discountDetail ?? d.promotionCode ?? '',
  promotion: Boolean(d.promotionCode),
});

/** @param {any} l @returns {import('./types.js').Line} */
const line = (l) => ({
  no: l.lineNo,
  code: l.itemCode,
  name: l.itemName,
  price: fromApi(l.unitPrice),
  quantity: l.quantity,
  amount: fromApi(l.amount),
  discounts: l.discounts.map(discount),
  cancelled: l.isCancelled,
  restricted: l.isDiscountRestricted,
  priceChanged: l.isUnitPriceChanged,
});

/** @param {any} p @returns {import('./types.js').Payment} */
const payment = (p) => ({
  name: p.paymentName,
  code: p.paymentCode,
  amount: fromApi(p.paymentAmount),
});

/** @param {any} c @param {string | null} etag @returns {import('./types.js').Cart} */
export function cart(c, etag) {
  return {
    id: c.cartId,
    etag,
    snapshot: c.signedSnapshot ?? null,
    status: c.cartStatus,
    lines: c.lineItems.map(line),
    discounts: c.subtotalDiscounts.map(discount),
    taxes: c.taxes.map((/** @type {any} */ t) => ({ name: t.taxName, amount: fromApi(t.taxAmount) })),
    payments: c.payments.map(payment),
    subtotal: fromApi(c.subtotalAmount),
    total: fromApi(c.totalAmountWithTax),
    discountTotal: fromApi(c.totalDiscountAmount),
    quantity: c.totalQuantity,
    deposit: fromApi(c.depositAmount),
    change: fromApi(c.changeAmount),
    balance: fromApi(c.balanceAmount),
    due: fromApi(c.cashDueAmount ?? c.balanceAmount),
    receiptNo: c.receiptNo,
    transactionNo: c.transactionNo,
    text: c.journalText ?? '',
    storeName: c.storeName,
    staff: c.staff,
  };
}

/** A cart that was just created, of which the API tells little. @param {any} created @param {string | null} etag */
export const newCart = (created, etag) =>
  cart(
    {
      ...created,
      cartStatus: 'Idle',
      lineItems: [],
      subtotalDiscounts: [],
      taxes: [],
      payments: [],
      subtotalAmount: 0,
      totalAmountWithTax: 0,
      totalDiscountAmount: 0,
      totalQuantity: 0,
      depositAmount: 0,
      changeAmount: 0,
      balanceAmount: 0,
    },
    etag,
  );

/** @param {any} t @returns {import('./types.js').Transaction} */
export const transaction = (t) => ({
  no: t.transactionNo,
  receiptNo: t.receiptNo,
  type: t.transactionType,
  date: t.businessDate,
  at: t.generateDateTime,
  total: fromApi(t.totalAmountWithTax),
  lines: t.lineItems.map(line),
  payments: t.payments.map(payment),
  text: t.journalText,
  cancelled: t.status.isCancelled,
  voided: t.status.isVoided,
  refunded: t.status.isRefunded,
  isNew: false,
});

/**
 * @param {any} i an item of master-data
 * @param {Map<string, number>} storePrices
 * @returns {import('./types.js').Item}
 */
export const item = (i, storePrices) => ({
  code: i.itemCode,
  name: i.description,
  category: i.categoryCode,
  price: fromApi(storePrices.get(i.itemCode) || i.unitPrice),
  image: i.imageUrls?.find(isOurs) ?? null,
  search: searchable(i.description + ' ' + i.itemCode),
});

/** Pictures of another host are not asked for. @param {string} url */
const isOurs = (url) => /^\/(?!\/)/.test(url);

/** @param {any} p @returns {import('./types.js').Method} */
export const method = (p) => ({
  code: p.paymentCode,
  name: p.description,
  canRefund: p.canRefund,
  canOverpay: p.canDepositOver,
  limit: fromApi(p.limitAmount),
});

/** Hiragana and katakana, half and full width and case make no difference in a search. */
export const searchable = (/** @type {string} */ text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));
