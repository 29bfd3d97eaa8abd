// @ts-check
/**
 * The numbers that this till gives to sales that travel, so that a sale has the same ones whichever
 * service logs it: higher than all that this browser has seen of the till.
 *
 * @typedef {{seq: number, receiptCounter: number}} Seen
 * @typedef {Seen & {transactionDatetime: string}} Given
 * @typedef {ReturnType<typeof createNumbers>} Numbers
 */

/** @param {string} name where they are kept, for all windows of the till */
export function createNumbers(name) {
  /** @returns {Seen} */
  const seen = () => ({ seq: 0, receiptCounter: 0, ...JSON.parse(localStorage.getItem(name) ?? '{}') });

  /** @param {Seen} numbers */
  function saw({ seq, receiptCounter }) {
    const before = seen();
    const highest = {
      seq: Math.max(before.seq, seq),
      receiptCounter: Math.max(before.receiptCounter, receiptCounter),
    };
    localStorage.setItem(name, JSON.stringify(highest));
  }

  return {
    saw,
    /** A service has given the number, and counted a receipt if it counts. @param {number} seq */
    sawOfService: (seq) => saw({ seq, receiptCounter: seen().receiptCounter + 1 }),
    /**
     * The last transaction before this browser counts: its receipts go on where those of the
     * service end.
     *
     * @param {number} seq @param {number} receiptNo
     */
    sawBefore: (seq, receiptNo) => saw({ seq, receiptCounter: seen().receiptCounter || receiptNo }),
    /** The next numbers. @param {string} issuedAt a time of the service, in the shop's zone @returns {Given} */
    next: (issuedAt) => ({
      seq: seen().seq + 1,
      receiptCounter: seen().receiptCounter + 1,
      transactionDatetime: nowLike(issuedAt, Date.now()),
    }),
  };
}

/**
 * The highest numbers of other transactions, if a closing is refused because they have the given
 * ones; else null.
 *
 * @param {import('./api.js').Refused} reply @param {Seen} given @returns {Seen | null}
 */
export function taken({ code, detail }, given) {
  const found = code === '401511' && /more than (\d+)\D+\d+\D+more than (\d+)/.exec(detail);
  if (!found) return null;
  const [seq, receiptCounter] = [Number(found[1]), Number(found[2])];
  return seq >= given.seq || receiptCounter >= given.receiptCounter ? { seq, receiptCounter } : null;
}

/** A moment in the zone of another time, since receipts print it as it is. @param {string} time @param {number} millis */
export function nowLike(time, millis) {
  const zone = /([+-])(\d\d):(\d\d)$/.exec(time);
  if (!zone) return new Date(millis).toISOString();
  const minutes = (Number(zone[2]) * 60 + Number(zone[3])) * (zone[1] === '-' ? -1 : 1);
  return new Date(millis + minutes * 60_000).toISOString().replace('Z', zone[0]);
}
