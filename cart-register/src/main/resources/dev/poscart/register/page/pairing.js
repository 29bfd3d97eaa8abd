// @ts-check
/**
 * A browser is paired with a terminal once, by its id and key. A link may carry them in its
 * fragment, which no server gets to see: #terminal=D0001-0001-1&key=...
 */

const ITEM = 'poscart.pairing';

/**
 * What this window is paired with: by its link, or as before, or as the browser's last window.
 *
 * @returns {import('./types.js').Pairing | null}
 */
export function read() {
  const given = new URLSearchParams(location.hash.slice(1));
  const terminalId = given.get('terminal');
  const key = given.get('key');
  if (terminalId && key) {
    history.replaceState(null, '', location.pathname);
    return keep({ terminalId, key });
  }
  const kept = sessionStorage.getItem(ITEM) ?? localStorage.getItem(ITEM);
  return kept ? keep(JSON.parse(kept)) : null;
}

/** @param {import('./types.js').Pairing} pairing */
export function keep(pairing) {
  // The window's own, so that two windows can be two tills.
  sessionStorage.setItem(ITEM, JSON.stringify(pairing));
  localStorage.setItem(ITEM, JSON.stringify(pairing));
  return pairing;
}

export function forget() {
  sessionStorage.removeItem(ITEM);
  localStorage.removeItem(ITEM);
}

/** The parts of a terminal id. @param {string} terminalId */
export function parts(terminalId) {
  const [tenant, store, no] = terminalId.split('-');
  return { tenant, store, no };
}
