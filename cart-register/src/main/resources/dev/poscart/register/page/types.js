// @ts-check
/**
 * The state of the register and what it is made of. Amounts are {@link import('./money.js').Amount}.
 *
 * @typedef {import('./money.js').Amount} Amount
 *
 * @typedef {{terminalId: string, key: string}} Pairing
 *
 * @typedef {{type: string, value: number, amount: Amount, name: string, promotion: boolean}} Discount
 *
 * @typedef {{no: number, code: string, name: string, price: Amount, quantity: number, amount: Amount,
 *   discounts: Discount[], cancelled: boolean, restricted: boolean, priceChanged: boolean}} Line
 *
 * @typedef {{name: string, code: string, amount: Amount}} Payment
 *
 * @typedef {{id: string, etag: string | null, snapshot: any, status: string, lines: Line[], discounts: Discount[],
 *   taxes: {name: string, amount: Amount}[], payments: Payment[], subtotal: Amount, total: Amount,
 *   discountTotal: Amount, quantity: number, deposit: Amount, change: Amount, balance: Amount,
 *   due: Amount, receiptNo: number, transactionNo: number, text: string, storeName: string,
 *   staff: Staff | null}} Cart
 *
 * @typedef {{id: string, name: string}} Staff
 *
 * @typedef {{no: number, receiptNo: number, type: number, date: string, at: string, total: Amount,
 *   lines: Line[], payments: Payment[], text: string, cancelled: boolean, voided: boolean,
 *   refunded: boolean, isNew: boolean}} Transaction
 *
 * @typedef {{code: string, name: string, category: string, price: Amount, image: string | null,
 *   search: string}} Item
 *
 * @typedef {{code: string, name: string, canRefund: boolean, canOverpay: boolean, limit: Amount}} Method
 *
 * @typedef {{ready: boolean, away: boolean, items: Item[], categories: {code: string, name: string}[],
 *   methods: Method[]}} Catalogue
 *
 * @typedef {{id: string, code: string, quantity: number, failed: string | null}} Scan
 *
 * @typedef {{kind: 'quantity' | 'price' | 'discount' | 'subtotalDiscount', lineNo: number,
 *   text: string, percent: boolean}} Entry
 *
 * @typedef {{desk: boolean, storeName: string, staff: Staff | null, status: string,
 *   businessDate: string, openCounter: number, businessCounter: number}} Till
 *
 * @typedef {{what: string, attempts: number}} Pending
 *
 * @typedef {{sort: 'good' | 'bad' | 'info', text: string}} Notice
 *
 * @typedef {{text: string, yes: string}} Question
 *
 * @typedef {{cart: string, discounts: Discount[]}} Held discounts of a whole sale, to give again at its next subtotal
 *
 * @typedef {{returned: Record<number, number>, method: string,
 *   amount: Amount | null, left: Record<number, number>}} Returning
 *
 * @typedef {'sale' | 'pay' | 'done' | 'journal' | 'day' | 'parked' | 'explain' | 'help'} View
 *
 * @typedef {{
 *   language: 'ja' | 'en', muted: boolean, merging: boolean, pairing: Pairing | null, till: Till,
 *   catalogue: Catalogue, view: View, cart: Cart | null, scans: Scan[], selected: number,
 *   entry: Entry | null, search: string, category: string, tendered: string,
 *   pending: Pending | null, notice: Notice | null, question: Question | null, held: Held | null, online: boolean, elsewhere: boolean, master: 'ok' | 'away' | 'unknown',
 *   parked: any[], journal: Transaction[], transaction: Transaction | null,
 *   returning: Returning | null, explanation: any, slip: {title: string, text: string} | null,
 *   counted: Record<number, number>
 * }} State
 */
export {};
