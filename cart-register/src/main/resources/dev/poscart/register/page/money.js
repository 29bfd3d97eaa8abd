// @ts-check
/**
 * Amounts are whole numbers of hundredths of a yen, the smallest unit that the API sends; no
 * arithmetic here is done on fractions.
 *
 * @typedef {number} Amount
 */

const UNITS = 100;

/** @param {number} number as the API sends it @returns {Amount} */
export const fromApi = (number) => Math.round(number * UNITS);

/** @param {Amount} amount @returns {number} with at most two decimals */
export const toApi = (amount) => amount / UNITS;

/** @param {Amount} amount @returns {string} such as 1,234 or -0.50 */
export function format(amount) {
  const size = Math.abs(amount);
  const fraction = size % UNITS;
  const yen = String((size - fraction) / UNITS).replace(/\B(?=(\d{3})+$)/g, ',');
  return (amount < 0 ? '-' : '') + yen + (fraction ? '.' + String(fraction).padStart(2, '0') : '');
}

/**
 * What a clerk types: digits of any width, with or without commas.
 *
 * @param {string} text
 * @returns {Amount | null} null if it is no amount
 */
export function parse(text) {
  const plain = text.normalize('NFKC').replace(/[,\s¥\\円]/g, '');
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain);
  return found ? Number(found[1]) * UNITS + Number((found[2] ?? '').padEnd(2, '0')) : null;
}

/** @param {string} text @returns {number | null} a whole number */
export function parseCount(text) {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,6}$/.test(plain) ? Number(plain) : null;
}

/**
 * The sums a customer is likely to hand over: the exact one, then the next round ones.
 *
 * @param {Amount} due
 * @returns {Amount[]}
 */
export function cashKeys(due) {
  const next = [100, 500, 1_000, 5_000, 10_000]
    .map((yen) => yen * UNITS)
    .map((step) => Math.ceil(due / step) * step);
  return [...new Set([Math.ceil(due / UNITS) * UNITS, ...next])].sort((a, b) => a - b).slice(0, 6);
}
