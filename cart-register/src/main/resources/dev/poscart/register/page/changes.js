// @ts-check
/**
 * The changes that are not yet answered, in the order in which they were made. Each has its
 * Idempotency-Key before it is sent and is kept in the browser until it is answered, so that it
 * takes effect once, whatever breaks in between: the connection, the service, this page.
 *
 * @typedef {{key: string, kind: string, method: string, path: string, body?: any, cart?: string,
 *   scan?: string}} Change path may contain {cart}: the cart that is open when its turn comes
 */
import { isGone, isOpen, newKey } from './api.js';
import { taken } from './numbers.js';

const WAITS = [300, 500, 1_000, 2_000, 3_000];

/** What closes a sale may be in the log though it was not answered, so it is asked for there first. */
const CLOSING = ['bill', 'cancel'];
const ATTEMPTS_AT_ONE_ADDRESS = 3;

/** What gets a number in the log. */
const NUMBERED = [...CLOSING, 'void', 'return'];

/**
 * @param {object} to
 * @param {import('./api.js').Api} to.call
 * @param {import('./addresses.js').Addresses} to.addresses
 * @param {import('./numbers.js').Numbers} to.numbers
 * @param {string} to.name where it is kept
 * @param {() => import('./types.js').Cart | null} to.openCart
 * @param {(change: Change, attempts: number) => void} to.onTrying
 * @param {(change: Change, reply: import('./api.js').Ok) => void | Promise<void>} to.onDone
 * @param {(change: Change, reply: import('./api.js').Refused, follower: Change | null) => void | Promise<void>}
 *   to.onRefused follower: the change that cannot be made either, because it needs the first
 */
export function createChanges({ call, addresses, numbers, name, openCart, onTrying, onDone, onRefused }) {
  /** @type {Change[]} */
  let waiting = JSON.parse(localStorage.getItem(name) ?? '[]');
  let running = false;

  const save = () => localStorage.setItem(name, JSON.stringify(waiting));

  /** The next change, with a new cart before it where it needs one. @returns {Change} */
  function next() {
    const first = waiting[0];
    if (!first.path.includes('{cart}')) return first;
    const cart = openCart();
    if (!cart) {
      const body = addresses.areSeveral ? { carrySnapshot: true } : {};
      waiting.unshift({ key: newKey(), kind: 'create', method: 'POST', path: '/carts', body });
    } else {
      waiting[0] = { ...first, path: first.path.replace('{cart}', cart.id), cart: cart.id };
    }
    save();
    return waiting[0];
  }

  /** What closes a sale that travels brings the till's numbers, the same each time. @param {Change} change */
  function numbered(change) {
    const cart = openCart();
    const travels = cart?.snapshot && change.cart === cart.id;
    if (!travels || change.body || !CLOSING.includes(change.kind)) return change;
    waiting[0] = { ...change, body: numbers.next(cart.snapshot.issuedAt) };
    save();
    return waiting[0];
  }

  /** The change once more, if other transactions turned out to have its numbers. @param {Change} change @param {import('./api.js').Ok | import('./api.js').Refused} reply */
  function renumbered(change, reply) {
    const highest = reply.type === 'refused' && change.body?.seq && taken(reply, change.body);
    if (!highest) return null;
    numbers.saw(highest);
    return { ...change, key: newKey(), body: undefined };
  }

  /** @param {Change} change @returns {Promise<import('./api.js').Ok | import('./api.js').Refused>} */
  async function answered(change) {
    for (let attempt = 0; ; attempt++) {
      onTrying(change, attempt);
      const sent = request(change);
      const reply = await call(change.method, change.path, sent);
      if (!isOpen(reply) || isTooMany(change, reply)) return /** @type {any} */ (reply);
      const mayMove = !CLOSING.includes(change.kind) || (attempt + 1) % ATTEMPTS_AT_ONE_ADDRESS === 0;
      if (sent.travels && mayMove && isGone(reply)) addresses.moveOn();
      await new Promise((resume) => setTimeout(resume, WAITS[Math.min(attempt, WAITS.length - 1)]));
    }
  }

  /** Wrong PINs stay wrong, and what waits behind them would wait, too. @param {Change} change @param {import('./api.js').Reply} reply */
  const isTooMany = (change, reply) => change.kind === 'sign-in' && reply.type === 'refused' && reply.status === 429;

  /** With the cart, if that travels; or else on condition of its version. @param {Change} change */
  function request(change) {
    const { key, body } = change;
    const cart = openCart();
    const own = cart && change.cart === cart.id ? cart : null;
    if (!own?.snapshot) {
      return { key, body, version: own?.etag, travels: change.kind === 'create' && addresses.areSeveral };
    }
    const travelling = { signedSnapshot: own.snapshot, ...(body !== undefined && { payload: body }) };
    return { key, body: travelling, travels: true };
  }

  async function run() {
    if (running) return;
    running = true;
    while (waiting.length > 0) {
      const change = numbered(next());
      const reply = await answered(change);
      waiting.shift();
      const again = renumbered(change, reply);
      if (again) {
        waiting.unshift(again);
        save();
        continue;
      }
      try {
        await report(change, reply);
      } catch (mistake) {
        // A mistake of this page must not stop the till.
        console.error(change.kind, mistake);
      }
      save();
    }
    running = false;
  }

  /** @param {Change} change @param {import('./api.js').Ok | import('./api.js').Refused} reply */
  async function report(change, reply) {
    if (reply.type === 'ok') {
      if (change.body?.seq) numbers.saw(change.body);
      else if (NUMBERED.includes(change.kind)) numbers.sawOfService(reply.data.transactionNo);
      await onDone(change, reply);
      return;
    }
    const follower = change.kind === 'create' ? (waiting.shift() ?? null) : null;
    await onRefused(change, reply, follower);
  }

  return {
    /** @param {Omit<Change, 'key'>} change */
    add(change) {
      waiting.push({ ...change, key: newKey() });
      save();
      void run();
    },
    /** Makes a change before all that wait. @param {Omit<Change, 'key'>} change */
    addNext(change) {
      waiting.unshift({ ...change, key: newKey() });
      save();
    },
    /** Goes on with what an earlier page left. */
    resume: () => void run(),
    waiting: () => [...waiting],
  };
}
