// @ts-check
/** The keys of the register. Letters and digits are never among them: they belong to codes. */

/** @typedef {{keys: string, text: string}} Help */

/** @type {Help[]} shown under "?" */
export const HELP = [
  { keys: 'Enter', text: 'help.enter' },
  { keys: '3*4901…', text: 'help.times' },
  { keys: '↑ ↓', text: 'help.select' },
  { keys: '*', text: 'help.quantity' },
  { keys: '/', text: 'help.price' },
  { keys: '-', text: 'help.discount' },
  { keys: 'F4', text: 'help.subtotalDiscount' },
  { keys: 'Delete', text: 'help.cancelLine' },
  { keys: 'F2, +', text: 'help.pay' },
  { keys: 'F6', text: 'help.park' },
  { keys: 'F7', text: 'help.parked' },
  { keys: 'F8', text: 'help.journal' },
  { keys: 'F9', text: 'help.day' },
  { keys: 'Escape', text: 'help.back' },
  { keys: '?, F1', text: 'help.help' },
];

/**
 * @param {import('./register.js').Register} register
 * @returns {(key: string, event: KeyboardEvent) => boolean} whether the key was a shortcut
 */
export function shortcuts({ store, sale, pay, office, day, questions }) {
  /** @type {Record<string, () => unknown>} */
  const always = {
    F1: () => store.dispatch({ type: 'view', view: 'help' }),
    F7: () => office.show('parked'),
    F8: () => office.show('journal'),
    F9: () => day.show(),
    Escape: () => back(),
  };
  /** @type {Record<string, () => unknown>} */
  const selling = {
    F2: pay.start,
    '+': pay.start,
    F4: () => sale.ask('subtotalDiscount'),
    F6: () => sale.park(),
    '*': () => sale.ask('quantity'),
    '/': () => sale.ask('price'),
    '-': () => sale.ask('discount'),
    Delete: sale.cancelLine,
    ArrowUp: () => sale.move(-1),
    ArrowDown: () => sale.move(1),
    '?': () => store.dispatch({ type: 'view', view: 'help' }),
  };

  function back() {
    const { entry, view, search, scans } = store.get();
    const failed = scans.find((scan) => scan.failed);
    if (entry) sale.closeEntry();
    else if (failed && view === 'sale') sale.dismiss(failed.id);
    else if (search) store.dispatch({ type: 'search', text: '' });
    else if (view === 'pay') pay.back();
    else if (view === 'done') pay.next();
    else store.dispatch({ type: 'view', view: 'sale' });
  }

  return (key, event) => {
    if (store.get().question) {
      if (key === 'Escape') questions.answer(false);
      return key === 'Escape';
    }
    const act = always[key] ?? (isFree(event, key) && store.get().view === 'sale' ? selling[key] : undefined);
    if (!act) return false;
    void act();
    return true;
  };
}

/** A key that writes is a shortcut only where nothing has been written. @param {KeyboardEvent} event @param {string} key */
function isFree({ target }, key) {
  if (key.startsWith('F') && key.length > 1) return true;
  if (target instanceof HTMLSelectElement) return false;
  return !(target instanceof HTMLInputElement) || (target.id === 'scan' && target.value === '');
}
